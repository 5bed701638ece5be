/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aquatope.cli.output.OutputFormat;
import io.aquatope.tune.InjectedFault;
import io.aquatope.tune.TuningMethod;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TuneCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeInput() throws IOException {
    StringBuilder csv =
        new StringBuilder(
            "function,input,memory_mib,cpu_millicores,instance_type,response_delay_s,status_code\n");
    for (int cpu : new int[] {250, 500, 1000, 2000}) {
      for (int rep = 0; rep < 3; rep++) {
        csv.append(
            String.format(
                Locale.ROOT, "f,5000,512,%d,m5,%.3f,200\n", cpu, 1000.0 / cpu + 0.01 * rep));
      }
    }
    Files.writeString(folder.resolve("p.csv"), csv);
    Files.writeString(
        folder.resolve("w.conf"),
        """
        workflow {
          name = one, qos = 3 s, quantile = 0.9
          price { cpu-second = 1, gb-second = 0.5 }
          stages { only { function = f, input = 5000, instance-type = m5 } }
        }
        """);
  }

  private static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new TuneCommand());
    OptionTypes.register(commandLine, OutputFormat.class, OutputFormat::of);
    OptionTypes.register(commandLine, TuningMethod.class, TuningMethod::named);
    OptionTypes.register(commandLine, InjectedFault.class, InjectedFault::named);
    return commandLine;
  }

  private int tune(String... options) {
    String[] args = new String[options.length + 4];
    args[0] = "--workflow";
    args[1] = folder.resolve("w.conf").toString();
    args[2] = "--profiles";
    args[3] = folder.resolve("p.csv").toString();
    System.arraycopy(options, 0, args, 4, options.length);
    return commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  @Test
  void jsonHasTheDocumentedKeys() throws IOException {
    int exit =
        tune(
            "--format",
            "json",
            "--budget",
            "8",
            "--seeds",
            "2",
            "--method",
            "random",
            "--method",
            "default");
    assertThat(exit).isZero();
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.fieldNames()).toIterable().containsExactly("workflow", "oracleCost", "results");
    JsonNode first = json.at("/results/0");
    assertThat(first.fieldNames())
        .toIterable()
        .containsExactly(
            "method",
            "costOverOracle",
            "evaluationsTo5Percent",
            "violatingEvaluationShare",
            "finalViolationShare",
            "askMillis");
    assertThat(first.path("method").asText()).isEqualTo("default");
    assertThat(first.at("/costOverOracle/p90").asDouble()).isGreaterThanOrEqualTo(1);
    assertThat(first.at("/askMillis/p99").isNumber()).isTrue();
    assertThat(json.path("oracleCost").asDouble()).isCloseTo(0.51 * (2 + 0.25), within(1e-12));
  }

  @Test
  void tableAndReportNameTheMethods() throws IOException {
    Path report = folder.resolve("out/report.html");
    int exit =
        tune(
            "--budget",
            "6",
            "--seeds",
            "1",
            "--method",
            "grid",
            "--method",
            "maff",
            "--report",
            report.toString());
    assertThat(exit).isZero();
    assertThat(out.toString()).contains("grid", "maff", "Evaluations to 5 %");
    assertThat(Files.readString(report)).contains("Tuning methods compared on one", "maff");
  }

  @Test
  void aSuiteHasConfidenceIntervals() throws IOException {
    StringBuilder csv = new StringBuilder(Files.readString(folder.resolve("p.csv")));
    for (int memory : new int[] {256, 1024}) {
      for (int cpu : new int[] {250, 500, 1000, 2000}) {
        csv.append(
            String.format(Locale.ROOT, "f,5000,%d,%d,m5,%.3f,200\n", memory, cpu, 1000.0 / cpu));
      }
    }
    String wide = Files.writeString(folder.resolve("wide.csv"), csv).toString();
    int exit =
        commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(
                "--suite",
                "2",
                "--profiles",
                wide,
                "--seeds",
                "1",
                "--budget",
                "4",
                "--fault",
                "drift",
                "--format",
                "json");
    assertThat(exit).isZero();
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.at("/methods").findValuesAsText("method"))
        .containsExactly("default", "default-non-robust");
    assertThat(json.at("/methods/0/evaluationsTo5Percent/median").fieldNames())
        .toIterable()
        .containsExactly("value", "low", "high");
    assertThat(json.at("/workflows")).hasSize(2);
    assertThat(err.toString()).contains("1: stages 1");
  }

  @Test
  void aWorkflowAndASuiteExcludeEachOther() {
    assertThat(tune("--suite", "2")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(tune("--fault", "flood")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains("--workflow", "flood", "outliers");
  }

  @Test
  void unknownMethodsAndMissingProfilesAreRefused() {
    assertThat(tune("--method", "magic")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains("magic", "aquatope-paper");
    assertThat(commandLine().setErr(new PrintWriter(err, true)).execute())
        .isEqualTo(CommandLine.ExitCode.USAGE);
  }
}
