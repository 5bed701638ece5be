/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import static io.aquatope.cli.CommandLineFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class MainTest {

  @Test
  void withoutACommandItSaysWhichOnesThereAre() {
    CommandLineFixture command = run();

    assertThat(command.exitCode()).isZero();
    assertThat(command.out()).contains("replay", "Begin with:");
  }

  @Test
  void helpNamesEveryPolicyAndItsMeaning() {
    assertThat(run("replay", "--help").out())
        .contains("openwhisk-reactive", "keep-alive:<duration>", "always-cold", "the floor");
  }

  @Test
  void versionIsTold() {
    assertThat(run("--version").out()).startsWith("aquatope ");
  }

  @Test
  void unknownOptionsAndCommandsAreRefused() {
    assertThat(run("--bogus").exitCode()).isEqualTo(2);
    assertThat(run("--bogus").err()).contains("--bogus");
    assertThat(run("repaly").exitCode()).isEqualTo(2);
    assertThat(run("repaly").err()).contains("repaly", "replay");
  }

  /** The HOCON library quotes all text that it cannot parse. */
  @Test
  void aDamagedFileOfOneLongLineHasAShortMessage(@TempDir Path folder) throws IOException {
    Path workflow = folder.resolve("w.conf");
    Files.writeString(workflow, "workflow { name = one } }\n" + "x".repeat(140_000));

    String err =
        run("tune", "--workflow", workflow.toString(), "--profiles", workflow.toString()).err();

    assertThat(err).contains(workflow.toString()).hasSizeLessThan(5000);
    assertThat(run("replay", "--policy", "x".repeat(140_000)).err()).hasSizeLessThan(5000);
  }

  /** Without a stack trace, of which a user has no use. */
  @ParameterizedTest
  @ValueSource(strings = {"heap", "stack"})
  void whatExceedsJavasMemoryEndsLikeAnyOtherError(String which) {
    StringWriter err = new StringWriter();
    CommandLine command = Main.commandLine();
    command.addSubcommand("explode", new Explosion(which));
    command.setErr(new PrintWriter(err, true));
    assertThat(command.execute("explode")).isEqualTo(1);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("aquatope explode: ")
        .containsPattern("memory than Java has, \\d+ MB|nested too deeply");
  }

  @Command(name = "explode")
  private record Explosion(String which) implements Runnable {

    @Override
    public void run() {
      throw which.equals("heap") ? new OutOfMemoryError("scripted") : new StackOverflowError();
    }
  }

  /** An option with several values would otherwise take it for one more file. */
  @Test
  void aMisspeltOptionIsNamedWithTheNearest() {
    CommandLineFixture forecast =
        CommandLineFixture.run("forecast", "--trace", "x.csv", "--warmpu", "1h");

    assertThat(forecast.exitCode()).isEqualTo(2);
    assertThat(forecast.err()).contains("Unknown option", "'--warmpu'", "--warmup");
  }
}
