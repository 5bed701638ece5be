/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.message.Records;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowFold;
import io.aquatope.exchange.workflow.WorkflowStage;
import io.aquatope.exchange.workflow.WorkflowState;
import io.aquatope.exchange.workflow.observation.StageOutcome;
import io.aquatope.exchange.workflow.observation.WorkflowInstance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RoundTunerTest {

  private final RoundTuner tuner = new RoundTuner(3);

  @Test
  void withoutEvidenceNothingIsTried() {
    assertThat(tuner.propose(WorkflowState.first(Records.SHOP), ExchangeState.NONE).candidates())
        .isEmpty();
  }

  @Test
  void theSameStateLeadsToTheSameProposal() {
    WorkflowState state = observed(600, 0.25);

    assertThat(tuner.propose(state, ExchangeState.NONE))
        .isEqualTo(tuner.propose(state, ExchangeState.NONE));
    assertThat(tuner.conclude(state, ExchangeState.NONE))
        .isEqualTo(tuner.conclude(state, ExchangeState.NONE));
  }

  @Test
  void whatWasAskedBeforeChangesNoAnswer() {
    WorkflowState before = observed(600, 0.25);
    WorkflowState after =
        WorkflowFold.observed(
            before, before.version(), 9_000, Records.ran("invoker0", 700, 500, 250).instance());
    assertThat(tuner.propose(before, ExchangeState.NONE).candidates()).isNotEmpty();

    assertThat(tuner.conclude(after, ExchangeState.NONE))
        .isEqualTo(new RoundTuner(3).conclude(after, ExchangeState.NONE));
    assertThat(tuner.propose(after, ExchangeState.NONE))
        .isEqualTo(new RoundTuner(3).propose(after, ExchangeState.NONE));
  }

  @Test
  void whatIsProposedIsNewAndAdmitted() {
    WorkflowState state = observed(600, 0.25);

    assertThat(tuner.propose(state, ExchangeState.NONE).candidates())
        .isNotEmpty()
        .allMatch(Records.SHOP::admits)
        .doesNotContain(state.decision().choice());
  }

  @Test
  void aStageThatNeededItsCoresInAnEarlierVersionIsNotDeprivedOfThemAgain() {
    WorkflowState before = observed(600, 0.25);
    for (int milliCores : List.of(250, 500)) {
      StageOutcome cart =
          new StageOutcome("invoker0", milliCores, 256, 70, 250.0 / milliCores, true, false, true);
      for (int i = 0; i < 3; i++) {
        before =
            WorkflowFold.observed(
                before,
                before.version(),
                9_000,
                new WorkflowInstance(
                    900, Map.of("cart", cart, "pay", Records.seen("invoker0", 1000))));
      }
    }
    Workflow next =
        Records.shop(Records.CART, new WorkflowStage("ship", "guest/ship", List.of(0), 1));
    WorkflowState recalling = once(WorkflowFold.defined(before, next));
    WorkflowState without = once(WorkflowState.first(next));

    assertThat(tuner.propose(recalling, ExchangeState.NONE).candidates())
        .isNotEmpty()
        .noneMatch(choice -> choice.get(0) == 0);
    assertThat(tuner.propose(without, ExchangeState.NONE).candidates())
        .anyMatch(choice -> choice.get(0) == 0);
  }

  private static WorkflowState once(WorkflowState state) {
    return WorkflowFold.observed(
        state,
        state.version(),
        10_000,
        new WorkflowInstance(
            600,
            Map.of(
                "cart", Records.seen("invoker0", 1000), "ship", Records.seen("invoker0", 1000))));
  }

  @Test
  void whereTheStagesLeaveNoTimeNothingIsTriedAndTheChoiceStays() {
    WorkflowState state = observed(1_600, 0.25);

    assertThat(tuner.propose(state, ExchangeState.NONE).candidates()).isEmpty();
    assertThat(tuner.conclude(state, ExchangeState.NONE).choice())
        .isEqualTo(state.decision().choice());
  }

  /** A few runs under the largest limits. */
  private static WorkflowState observed(long latencyMs, double seconds) {
    WorkflowState state = WorkflowState.first(Records.SHOP);
    for (int i = 0; i < 5; i++) {
      StageOutcome run =
          new StageOutcome("invoker0", 1000, 256, 70, seconds + 0.001 * i, true, false, true);
      state =
          WorkflowFold.observed(
              state,
              state.version(),
              1_000L * i,
              new WorkflowInstance(latencyMs, Map.of("cart", run, "pay", run)));
    }
    assertThat(state.decision().choice()).isEqualTo(List.of(2, 2));
    return state;
  }
}
