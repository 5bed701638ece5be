/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

  @TempDir private Path folder;

  @BeforeEach
  void writeInput() throws IOException {
    StringBuilder csv =
        new StringBuilder(
            "function,input,memory_mib,cpu_millicores,instance_type,response_delay_s,status_code\n");
    for (int cpu : new int[] {250, 500, 1000, 2000}) {
      for (int rep = 0; rep < 3; rep++) {
        csv.append(
            String.format(Locale.ROOT, "f,i,512,%d,m,%.3f,200\n", cpu, 1000.0 / cpu + 0.01 * rep));
      }
    }
    Files.writeString(folder.resolve("p.csv"), csv);
    for (String name : List.of("one", "two")) {
      Files.writeString(
          folder.resolve(name + ".conf"),
          "workflow { name = %s, qos = 3 s, stages { s { function = f, input = i, instance-type = m } } }"
              .formatted(name));
    }
    StringBuilder trace = new StringBuilder("app,func,end_timestamp,duration\n");
    IntStream.range(0, 60)
        .forEach(i -> trace.append(String.format(Locale.ROOT, "a,f,%d,1\n", 60 * i + 1)));
    Files.writeString(folder.resolve("t.csv"), trace);
  }

  private CommandLineFixture evaluate(String... options) {
    List<String> args = new ArrayList<>(List.of("evaluate", "--workflows"));
    args.add(folder.resolve("one.conf").toString());
    args.add(folder.resolve("two.conf").toString());
    args.addAll(List.of("--trace", folder.resolve("t.csv").toString()));
    args.addAll(List.of("--profiles", folder.resolve("p.csv").toString(), "--seeds", "1"));
    args.addAll(List.of(options));
    return CommandLineFixture.run(args.toArray(String[]::new));
  }

  @Test
  void jsonHasTheDocumentedKeys() throws IOException {
    CommandLineFixture run =
        evaluate("--method", "oracle", "--method", "autoscale", "--format", "json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.fieldNames()).toIterable().containsExactly("results", "summary");
    assertThat(json.path("results")).hasSize(4);
    assertThat(json.at("/results/0").fieldNames())
        .toIterable()
        .containsExactly(
            "workflow",
            "method",
            "requests",
            "qosViolationRatio",
            "cost",
            "coldStartRatio",
            "meetsQos");
    assertThat(json.at("/results/0/requests").asInt()).isEqualTo(60);
    assertThat(json.at("/summary/0").fieldNames())
        .toIterable()
        .containsExactly("method", "violationsOverBestOther", "costOverBestQosMeeting");
    assertThat(json.at("/summary/1/costOverBestQosMeeting").fieldNames())
        .toIterable()
        .containsExactly("mean", "min");
    assertThat(json.at("/summary/1/costOverBestQosMeeting/mean").asDouble()).isLessThan(1);
  }

  @Test
  void tableAndReportNameWorkflowsAndMethods() throws IOException {
    Path report = folder.resolve("out/report.html");
    CommandLineFixture run =
        evaluate("--method", "openwhisk", "--method", "aarc", "--report", report.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("one", "two", "openwhisk", "aarc", "QoS violations, %");
    assertThat(Files.readString(report)).contains("QoS violations", "aarc");
  }

  @Test
  void helpListsTheWorkflowsThatComeWithTheProgram() {
    assertThat(CommandLineFixture.run("evaluate", "--help").out())
        .contains("name = chain", "name = social-network", "aquatope-paper");
  }

  @Test
  void unknownMethodsAndMissingFilesAreNamed() {
    assertThat(evaluate("--method", "magic").err()).contains("magic", "autoscale");
    CommandLineFixture missing =
        CommandLineFixture.run(
            "evaluate", "--workflows", "nowhere.conf", "--trace", "t", "--profiles", "p");
    assertThat(missing.exitCode()).isNotZero();
    assertThat(missing.err()).contains("nowhere.conf");
  }
}
