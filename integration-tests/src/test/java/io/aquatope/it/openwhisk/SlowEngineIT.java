/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.openwhisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.cpu.ScriptedEngineSocket;
import io.aquatope.it.Engine;
import io.aquatope.it.Requires;
import io.aquatope.testcontainers.ActivationResult;
import io.aquatope.testcontainers.OpenWhiskContainer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A container engine that takes a second longer for all it is asked. */
@Requires(Engine.STANDALONE)
class SlowEngineIT {

  private static final Duration DELAY = Duration.ofSeconds(1);

  @TempDir Path folder;

  @Test
  void noCallIsLostAndStartsAreFastAgainAfterwards() throws Exception {
    try (ScriptedEngineSocket engine =
            new ScriptedEngineSocket(
                Path.of("/var/run/docker.sock"), folder.resolve("engine.sock"));
        OpenWhiskContainer openWhisk =
            PluginUnderTest.inStandalone(SlowEngineIT.class)
                .withConfig("whisk.aquatope.policy", "aquatope")
                .withEngineSocket(engine.socket())) {
      engine.start();
      openWhisk.start();
      Load load = new Load(openWhisk.client(), List.of("slow1", "slow2", "slow3"));

      engine.delay(DELAY);
      List<ActivationResult> answers = load.run(60, 6, Duration.ofMillis(50));

      load.assertNoneIsLost(answers);
      assertThat(answers.stream().filter(answer -> answer.initTime().isPresent()))
          .as("cold starts")
          .isNotEmpty()
          .allSatisfy(cold -> assertThat(cold.waitTime().orElseThrow()).isGreaterThan(DELAY));

      engine.delay(Duration.ZERO);
      Load after = new Load(openWhisk.client(), List.of("after"));
      List<ActivationResult> fast = after.run(1, 1, Duration.ZERO);
      after.assertNoneIsLost(fast);
      assertThat(fast.get(0).waitTime().orElseThrow()).isLessThan(DELAY.multipliedBy(3));
    }
  }
}
