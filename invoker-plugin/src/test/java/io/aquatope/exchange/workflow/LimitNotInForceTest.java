/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.message.Records;
import io.aquatope.exchange.workflow.observation.StageOutcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Prevents that a run is evidence for a limit that its container did not have all the time. */
final class LimitNotInForceTest {

  private static final StageOutcome STEADY = Records.seen("invoker0", 500);
  private static final StageOutcome CHANGED =
      new StageOutcome("invoker0", 500, 256, 70, 0.25, false, false, true);

  private static WorkflowState observed(StageOutcome cart, StageOutcome pay) {
    WorkflowState first = WorkflowState.first(Records.SHOP);
    return WorkflowFold.observed(
        first,
        first.version(),
        9_000,
        Records.ran(Map.of("cart", cart, "pay", pay), 600).instance());
  }

  @Test
  void anInstanceWhoseLimitsHeldIsEvidence() {
    assertThat(observed(STEADY, STEADY).evidence().runs()).hasSize(1);
  }

  @Test
  void oneStageWhoseLimitChangedIsEnoughToLeaveTheInstanceOut() {
    assertThat(observed(CHANGED, STEADY).evidence()).isEqualTo(TuningEvidence.NONE);
    assertThat(observed(STEADY, CHANGED).evidence()).isEqualTo(TuningEvidence.NONE);
  }

  @Test
  void andTheRoundAndTheWatchDoNotSeeIt() {
    WorkflowState first = WorkflowState.first(Records.SHOP);
    WorkflowState changed = observed(CHANGED, CHANGED);

    assertThat(changed.round()).isEqualTo(first.round());
    assertThat(changed.decision()).isEqualTo(first.decision());
  }

  @Test
  void ofSeveralRunsTogetherAllMustHaveHadOneLimit() {
    assertThat(STEADY.plus(CHANGED).steady()).isFalse();
    assertThat(STEADY.plus(Records.seen("invoker0", 250)).steady()).isFalse();
    assertThat(STEADY.plus(STEADY).steady()).isTrue();
  }
}
