/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import static io.aquatope.cli.CommandLineFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
