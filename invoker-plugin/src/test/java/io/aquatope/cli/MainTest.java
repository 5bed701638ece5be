/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import static io.aquatope.cli.CommandLineFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
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
}
