/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands {@code train} and {@code forecast} as their users meet them. */
class ForecastCommandTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Forty applications of different periods, an hour each. */
  @BeforeEach
  void writeTrace() throws IOException {
    StringBuilder csv = new StringBuilder("HashApp,average_mem_mb");
    for (int minute = 1; minute <= 60; minute++) {
      csv.append(',').append(minute);
    }
    for (int app = 0; app < 40; app++) {
      csv.append("\napp").append(app).append(",128");
      for (int minute = 1; minute <= 60; minute++) {
        csv.append(',').append(minute % (2 + app % 11) == 0 ? 1 + app % 3 : 0);
      }
    }
    Files.writeString(trace(), csv.append('\n'));
  }

  @Test
  void withoutModelsAllAreMeasuredAndDefaultIsFirst() throws IOException {
    assertThat(forecast("--trace", trace(), "--warmup", "40", "--format", "json")).isZero();

    JsonNode results = new ObjectMapper().readTree(out.toString()).get("results");
    assertThat(results.get(0).get("model").asText()).isEqualTo("default");
    assertThat(results.get(1).get("model").asText()).isEqualTo("hybrid-bayesian");
    assertThat(results).hasSizeGreaterThan(8);
    for (JsonNode result : results) {
      assertThat(result.get("functions").asInt()).isEqualTo(40);
      assertThat(result.get("coverage90").asDouble()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void theSameSeedGivesTheSameScores() {
    assertThat(forecast("--trace", trace(), "--warmup", "50", "--model", "hybrid-bayesian"))
        .isZero();
    String first = withoutTimes();
    out.getBuffer().setLength(0);
    assertThat(forecast("--trace", trace(), "--warmup", "50", "--model", "hybrid-bayesian"))
        .isZero();

    assertThat(withoutTimes()).isEqualTo(first);
  }

  @Test
  void aTrainedNetworkIsUsedInsteadOfTheOneInTheJar() {
    Path network = folder.resolve("mine.weights");
    int trained =
        new CommandLine(new TrainCommand())
            .setErr(new PrintWriter(err))
            .execute("--trace", trace().toString(), "--out", network.toString(), "--fold", "1/3");
    assertThat(trained).as(err.toString()).isZero();

    assertThat(
            forecast(
                "--trace",
                trace(),
                "--warmup",
                "40",
                "--model",
                "default",
                "--model",
                "idle-time",
                "--network",
                network,
                "--fold",
                "1/3",
                "--horizon",
                "5"))
        .as(err.toString())
        .isZero();
    assertThat(out.toString()).contains("5 steps ahead", "idle-time");
  }

  @Test
  void drawsChosenFunctions() throws IOException {
    Path report = folder.resolve("pictures/report.html");

    assertThat(
            forecast(
                "--trace",
                trace(),
                "--warmup",
                "40",
                "--model",
                "idle-time",
                "--picture",
                "app7",
                "--report",
                report))
        .as(err.toString())
        .isZero();

    assertThat(Files.readString(report))
        .contains("app7, unknown", "95 %", "what idle-time foresaw");
    assertThat(forecast("--trace", trace(), "--warmup", "40", "--picture", "nobody")).isEqualTo(2);
    assertThat(err.toString()).contains("no function 'nobody'");
  }

  @Test
  void sayWhatIsWrong() throws IOException {
    assertThat(forecast("--trace", trace(), "--model", "oracle", "--warmup", "40")).isNotZero();
    assertThat(err.toString())
        .contains("no model 'oracle', expected one of default, hybrid-bayesian");

    assertThat(forecast("--trace", trace(), "--format", "yaml")).isEqualTo(2);
    assertThat(err.toString()).contains("--format is 'yaml', expected table or json");

    assertThat(forecast("--trace", trace(), "--warmup", "60")).isNotZero();
    assertThat(err.toString()).contains("has 60 windows, expected at least 61");

    Path notes = Files.writeString(folder.resolve("notes.txt"), "these are no weights, only notes");
    assertThat(forecast("--trace", trace(), "--network", notes)).isNotZero();
    assertThat(err.toString()).contains("notes.txt: not a weight file");
  }

  private int forecast(Object... arguments) {
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    return new CommandLine(new ForecastCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              command.getErr().println(failure.getMessage());
              return 1;
            })
        .execute(texts);
  }

  private String withoutTimes() {
    return out.toString().replaceAll(" +[0-9.]+ +0\\.0000", " 0.0000");
  }

  private Path trace() {
    return folder.resolve("apps.csv");
  }
}
