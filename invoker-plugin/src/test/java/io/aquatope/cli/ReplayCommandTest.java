/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import static io.aquatope.cli.CommandLineFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayCommandTest {

  private static final String LOAD = "functions=10,hours=1,activations=1000,chains=1";

  @TempDir private Path folder;

  private CommandLineFixture replay(String... more) {
    String[] start = {"replay", "--trace-format", "synthetic", "--trace", LOAD};
    String[] args = new String[start.length + more.length];
    System.arraycopy(start, 0, args, 0, start.length);
    System.arraycopy(more, 0, args, start.length, more.length);
    return run(args);
  }

  private static JsonNode json(CommandLineFixture command) throws IOException {
    return new ObjectMapper().readTree(command.out());
  }

  @Test
  void jsonHasTheKeysThatOtherToolsRelyOn() throws IOException {
    CommandLineFixture command =
        replay("--format", "json", "--policy", "openwhisk", "--policy", "keep-alive:30s");
    JsonNode root = json(command);

    assertThat(command.exitCode()).isZero();
    assertThat(root.fieldNames()).toIterable().containsExactly("trace", "results");
    assertThat(root.get("trace").fieldNames())
        .toIterable()
        .containsExactly("functions", "activations", "seconds");
    assertThat(root.get("results").get(0).fieldNames())
        .toIterable()
        .containsExactly(
            "policy",
            "activations",
            "coldStarts",
            "coldStartRatio",
            "coldStartSeconds",
            "wastedGbSeconds",
            "totalGbSeconds",
            "rum",
            "cpuSeconds",
            "startDelaySeconds",
            "buffered",
            "evictions",
            "wallSeconds");
    assertThat(root.get("results").get(0).get("startDelaySeconds").fieldNames())
        .toIterable()
        .containsExactly("p50", "p99");
    assertThat(root.get("results")).hasSize(2);
    assertThat(root.get("results").get(1).get("policy").asText()).isEqualTo("keep-alive:30s");
    assertThat(root.get("results").get(0).get("activations").asInt())
        .isEqualTo(root.get("trace").get("activations").asInt())
        .isPositive();
  }

  @Test
  void severalSeedsGiveIntervalsByTrigger() {
    CommandLineFixture command = replay("--seeds=3", "--policy=openwhisk", "--policy=aquatope");

    assertThat(command.exitCode()).isZero();
    assertThat(command.out()).contains("openwhisk", "aquatope", "all", "±");
  }

  @Test
  void decisionsAreExplained() {
    CommandLineFixture command =
        replay("--explain=chain", "--policy=aquatope", "--report=" + folder.resolve("report.html"));

    assertThat(command.exitCode()).isZero();
    assertThat(command.out()).contains("is needed with P = ", "worth", "costs");
  }

  @Test
  void coresAreCountedWhereTheyAreGiven() throws IOException {
    String[] counted = {"--format=json", "--policy=openwhisk", "--cores=4", "--memory=4GB"};
    JsonNode cpu = json(replay(counted)).at("/results/0/cpuSeconds");
    assertThat(cpu.get("used").asDouble()).isPositive();
    assertThat(cpu.get("allocated").asDouble()).isGreaterThan(cpu.get("used").asDouble());

    JsonNode uncounted = json(replay("--format=json", "--policy=openwhisk"));
    assertThat(uncounted.at("/results/0/cpuSeconds/allocated").asDouble()).isZero();
  }

  @Test
  void coresOfUnlimitedMemoryCannotBeSharedOut() {
    CommandLineFixture command = replay("--cores=4", "--memory=unlimited");
    assertThat(command.exitCode()).isEqualTo(2);
    assertThat(command.err()).contains("expected a --memory with a bound");
  }

  @Test
  void theSameSeedGivesTheSameJsonButForTheWallTime() throws IOException {
    String[] options = {"--format", "json", "--seed", "7", "--invokers", "3"};
    JsonNode first = json(replay(options));
    JsonNode second = json(replay(options));
    first.get("results").forEach(result -> ((ObjectNode) result).remove("wallSeconds"));
    second.get("results").forEach(result -> ((ObjectNode) result).remove("wallSeconds"));

    assertThat(first).isEqualTo(second);
    assertThat(first.get("results").size()).isGreaterThanOrEqualTo(6);
  }

  @Test
  void peopleGetATableAndAReport() throws IOException {
    Path report = folder.resolve("my report.html");
    CommandLineFixture command = replay("--policy", "openwhisk", "--report", report.toString());

    assertThat(command.out())
        .contains("Policy", "Cold starts", "openwhisk", "RUM = Delay + Wasted / 99.69")
        .contains("Report: " + report);
    assertThat(Files.readString(report)).contains("<td>openwhisk</td>");
  }

  @Test
  void jsonComesWithAReportOnlyIfAskedFor() throws IOException {
    Path report = folder.resolve("r.html");
    CommandLineFixture command =
        replay("--policy", "openwhisk", "--format", "json", "--report", report.toString());

    assertThat(json(command).get("results")).hasSize(1);
    assertThat(command.err()).contains("Report: " + report);
    assertThat(report).exists();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--memory | 4XB | 512MB, 4GB",
        "--memory | 0GB | 512MB, 4GB",
        "--invokers | 0 | 1 to 65536",
        "--cold-start | 808 | 500ms, 60s",
        "--cold-start-spread | 3 | 0 to 2",
        "--init-share | -1 | 0 to 1",
        "--policy | lru | clairvoyant, greedy-dual, hybrid-histogram[:<range>]",
        "--policy | keep-alive | keep-alive:<duration>",
        "--format | xml | table or json",
        "--trace-format | csv | synthetic",
        "--seed | x | long",
      })
  void wrongValuesAreNamedWithWhatWasExpected(String option, String value, String expected) {
    CommandLineFixture command = replay(option, value);

    assertThat(command.exitCode()).isEqualTo(2);
    assertThat(command.out()).isEmpty();
    assertThat(command.err()).contains(option, value, expected, "--help");
  }

  @Test
  void aTraceThatCannotBeReadIsOneLine() {
    Path missing = folder.resolve("nothing.csv");
    CommandLineFixture command = run("replay", "--trace", missing.toString());

    assertThat(command.exitCode()).isEqualTo(1);
    assertThat(command.out()).isEmpty();
    assertThat(command.err().lines()).hasSize(1);
    assertThat(command.err()).contains(missing.toString());
    assertThat(run("replay", "--debug", "--trace", missing.toString()).err())
        .contains("at io.aquatope.cli.ReplayCommand");
  }

  @Test
  void aReportThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    CommandLineFixture command =
        replay("--policy", "openwhisk", "--report", file.resolve("r.html").toString());

    assertThat(command.exitCode()).isEqualTo(1);
    assertThat(command.err()).contains("cannot write the report " + file);
  }

  @Test
  void aFunctionThatFitsIntoNoInvokerIsNamed() {
    CommandLineFixture command = replay("--memory", "1MB");

    assertThat(command.exitCode()).isEqualTo(1);
    assertThat(command.err()).contains("guest:", "an invoker has 1 MB");
  }

  @Test
  void saysWhenMemoryIsTooShortToCompareAnything() {
    CommandLineFixture command =
        run(
            "replay",
            "--trace-format=synthetic",
            "--trace=functions=50,hours=1,activations=20000,chains=10",
            "--memory=1GB",
            "--policy=openwhisk",
            "--report=" + folder.resolve("r.html"));

    assertThat(command.out()).contains("the load needs more --memory or more --invokers");
  }

  @Test
  void aFunctionToExplainThatIsNotThereIsNamedWithTheNearest() throws IOException {
    Path trace =
        Files.write(
            folder.resolve("calls.csv"),
            List.of("app,func,end_timestamp,duration", "shop,checkout,10,1", "shop,cart,20,1"));

    CommandLineFixture replay =
        CommandLineFixture.run(
            "replay", "--trace", trace.toString(), "--policy", "aquatope", "--explain", "chekout");

    assertThat(replay.exitCode()).isEqualTo(2);
    assertThat(replay.err())
        .contains("none of the names of 2 functions contains 'chekout'")
        .contains("did you mean 'guest:shop/checkout'?");
  }

  @Test
  void allCommandsSayHowToLeaveOutABadLineAndWhatIsAssumed() throws IOException {
    Path trace =
        Files.write(
            folder.resolve("calls.csv"),
            List.of("app,func,end_timestamp,duration", "shop,cart,ten,1", "shop,cart,20,1"));

    for (List<String> command :
        List.of(
            List.of("replay", "--policy", "openwhisk", "--format", "json"),
            List.of("forecast", "--model", "default", "--format", "json"))) {
      List<String> arguments = new ArrayList<>(command);
      arguments.addAll(List.of("--trace", trace.toString()));
      CommandLineFixture strict = CommandLineFixture.run(arguments.toArray(new String[0]));

      assertThat(strict.exitCode()).isEqualTo(1);
      assertThat(strict.err()).contains("calls.csv:2: end_timestamp is 'ten'", "--skip-bad-lines");

      arguments.addAll(List.of("--skip-bad-lines", "--function-memory", "512MB"));
      CommandLineFixture skipping = CommandLineFixture.run(arguments.toArray(new String[0]));
      assertThat(skipping.out() + skipping.err())
          .contains("left out 1 bad line")
          .contains("functions whose memory is not in the trace have 512 MB: by --function-memory");
    }
  }
}
