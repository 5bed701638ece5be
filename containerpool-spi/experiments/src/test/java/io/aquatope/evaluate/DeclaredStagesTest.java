/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import static io.aquatope.evaluate.Workflows.ONE_CORE;
import static io.aquatope.evaluate.Workflows.ONE_CORE_MORE_MEMORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.MeasuredWorkflow;
import io.aquatope.models.workflow.WorkflowGraph;
import io.aquatope.models.workflow.baseline.FixedTuner;
import io.aquatope.pool.Activation;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.policy.PolicyRegistry;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.prewarm.PrewarmPolicies;
import io.aquatope.prewarm.PrewarmSetup;
import io.aquatope.replay.ColdStart;
import io.aquatope.replay.NamedPolicy;
import io.aquatope.replay.Replay;
import io.aquatope.replay.ReplayConfig;
import io.aquatope.successor.KnownFollower;
import io.aquatope.successor.KnownFollowers;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DeclaredStagesTest {

  private record Call(FunctionSpec function, long root) implements Activation {}

  private static final MeasuredWorkflow CHAIN = Workflows.measured(WorkflowGraph.chain(3), 12);
  private static final Choice CHOICE = Choice.of(ONE_CORE, ONE_CORE_MORE_MEMORY, ONE_CORE);

  private final StageFunctions functions = new StageFunctions("w", CHAIN.problem());
  private final WorkflowRequest request =
      new WorkflowRequest(
          CHAIN.problem().graph(), CHOICE, CHAIN.run(CHOICE, new SplittableRandom(1)), 0);
  private final DeclaredStages declared =
      new DeclaredStages(CHAIN.problem(), functions, root -> request);

  private List<KnownFollower> ofStage(int stage) {
    FunctionSpec function = functions.all().get(functions.index(stage, ONE_CORE)).spec();
    return declared.of(new Call(function, 0));
  }

  @Test
  void beforeAnyRequestStagesShareTheTarget() {
    assertThat(ofStage(0))
        .extracting(KnownFollower::delayMicros)
        .containsExactly(4_000_000L, 8_000_000L);
    assertThat(ofStage(0)).allMatch(next -> next.delays() == 0 && next.followed() > 0);
    assertThat(ofStage(2)).isEmpty();
  }

  @Test
  void laterTheyTakeWhatTheyTook() {
    declared.ended(request);

    assertThat(ofStage(0))
        .extracting(KnownFollower::delayMicros)
        .containsExactly(2_000_000L, 4_000_000L);
    assertThat(ofStage(0)).allMatch(next -> next.delays() == 1);
  }

  @Test
  void aStageIsToldWithTheMemoryThatTheRequestGivesIt() {
    assertThat(ofStage(0))
        .extracting(next -> next.function().memoryMb())
        .containsExactly(1024, 512);
  }

  @Test
  void theFirstRequestOfAllWaitsForItsFirstStageOnly() {
    assertThat(coldStarts(true)).isEqualTo(1);
    assertThat(coldStarts(false)).isEqualTo(3);
  }

  private static int coldStarts(boolean told) {
    WorkflowWorkload workload =
        new WorkflowWorkload(
            "w",
            CHAIN,
            Workflows.arrivals(60, 1),
            () -> new ContinuousTuning(new FixedTuner(CHOICE)),
            0);
    PolicyRegistry policies =
        PrewarmPolicies.addTo(
            PolicyRegistry.standard(),
            PrewarmSetup.virtual()
                .withFollowers(told ? workload.followers() : KnownFollowers.NONE));
    new Replay(
            "w",
            workload,
            new ReplayConfig(ReplayConfig.UNLIMITED, 1, new ColdStart(1_000_000, 0.25, 0), 0))
        .run(NamedPolicy.parse("aquatope", policies), PolicySettings.DEFAULT, ended -> {});
    return (int)
        Math.round(3 * workload.tally().outcome(1, CHAIN.problem().prices()).coldStartRatio());
  }
}
