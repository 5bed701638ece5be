/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.openwhisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.it.Engine;
import io.aquatope.it.Requires;
import io.aquatope.testcontainers.ActivationResult;
import io.aquatope.testcontainers.OpenWhiskContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The policy {@code aquatope} in observe mode, where all stays as OpenWhisk has it. */
@Requires(Engine.STANDALONE)
class ObserveIT {

  private static OpenWhiskContainer openWhisk;

  @BeforeAll
  static void start() {
    openWhisk =
        Pair.forgetting(PluginUnderTest.inStandalone(ObserveIT.class))
            .withConfig("whisk.aquatope.mode", "observe");
    openWhisk.start();
  }

  @AfterAll
  static void stop() {
    openWhisk.stop();
  }

  @Test
  void itSaysWhatItWouldPrepareAndEachStartStaysCold() throws Exception {
    Pair pair = new Pair(openWhisk);
    pair.learn();

    ActivationResult second = pair.callBoth();

    assertThat(second.initTime())
        .hasValueSatisfying(time -> assertThat(time).isGreaterThanOrEqualTo(Nap.INIT));
    assertThat(openWhisk.getLogs())
        .contains("would have decided: prepare 1 of guest:guest/" + Pair.SECOND)
        .doesNotContain("] decided:");
  }
}
