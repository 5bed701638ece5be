/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.policy.PolicyRegistry;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.replay.ColdStart;
import io.aquatope.replay.NamedPolicy;
import io.aquatope.replay.Replay;
import io.aquatope.replay.ReplayConfig;
import io.aquatope.replay.result.FunctionOutcome;
import io.aquatope.replay.result.ReplayResult;
import io.aquatope.trace.synthetic.SyntheticLoad;
import org.junit.jupiter.api.Test;

/** What is gained on workflows, in the replay: chains of three to eight stages, some fan out. */
final class ChainsTest {

  private static final SyntheticLoad CHAINS =
      SyntheticLoad.parse("functions=1,hours=12,activations=1,chains=5");
  private static final long SEED = 3;

  private static ReplayResult replay(String policy) {
    PolicyRegistry policies =
        PrewarmPolicies.addTo(PolicyRegistry.standard(), PrewarmSetup.virtual());
    return new Replay(
            CHAINS.trace(SEED),
            new ReplayConfig(ReplayConfig.UNLIMITED, 1, ColdStart.DEFAULT, SEED))
        .run(NamedPolicy.parse(policy, policies), PolicySettings.DEFAULT, ended -> {});
  }

  private static int coldStartsAfterTheFirstStage(ReplayResult result) {
    return result.functions().stream()
        .filter(outcome -> outcome.function().action().matches(".*/stage[1-9]"))
        .mapToInt(FunctionOutcome::coldStarts)
        .sum();
  }

  @Test
  void laterStagesHardlyEverStartColdAndThatCostsLess() {
    ReplayResult openwhisk = replay("openwhisk");
    ReplayResult ours = replay("aquatope:99.69");

    assertThat(10 * coldStartsAfterTheFirstStage(ours))
        .isLessThanOrEqualTo(coldStartsAfterTheFirstStage(openwhisk));
    assertThat(ours.rum()).isLessThan(openwhisk.rum());
  }
}
