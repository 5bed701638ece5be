/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.message.InstanceReport;
import io.aquatope.exchange.message.Records;
import io.aquatope.exchange.message.WorkflowDefined;
import io.aquatope.exchange.workflow.TuningRules;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowOwner;
import io.aquatope.exchange.workflow.WorkflowStage;
import io.aquatope.exchange.workflow.WorkflowState;
import io.aquatope.exchange.workflow.observation.WorkflowInstance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SharedActionsTest {

  /** Runs one action of the shop, and another one. */
  private static final Workflow GIFT =
      new Workflow(
          "gift",
          WorkflowOwner.OPERATOR,
          1_000,
          0.95,
          0.000048,
          0.0000034,
          List.of(
              new WorkflowStage("wrap", "guest/wrap", List.of(), 1),
              new WorkflowStage("pay", "guest/pay", List.of(0), 1)),
          new TuningRules(List.of(400, 800), 2, 5, 1));

  private final FoldedLog log = new FoldedLog();

  @Test
  void aWorkflowThinksOfNoLessThanAnotherInUseHasChosen() {
    log.tell(Records.SHOP_DEFINED, new WorkflowDefined(GIFT), giftRan());

    assertThat(SharedActions.raised(List.of(0, 0), shop(), log.state()))
        .as("the other has chosen 800, the next step is 1000")
        .containsExactly(0, 2);
  }

  @Test
  void aWorkflowThatIsNotCalledHoldsUpNoOther() {
    log.tell(Records.SHOP_DEFINED, new WorkflowDefined(GIFT));

    assertThat(SharedActions.raised(List.of(0, 0), shop(), log.state())).containsExactly(0, 0);
  }

  @Test
  void anActionOfSeveralGetsTheMostThatOneInUseWants() {
    log.tell(new WorkflowDefined(GIFT), giftRan(), Records.SHOP_DEFINED);
    log.enforce();
    assertThat(log.limits)
        .isEqualTo(Map.of("guest/cart", 1000, "guest/wrap", 800, "guest/pay", 800));

    log.tell(Records.ran("invoker0", 600, 1000, 1000));
    log.enforce();
    assertThat(log.limits).containsEntry("guest/pay", 1000);
  }

  @Test
  void whatRanWithMoreThanWasChosenCountsAsWell() {
    log.tell(Records.SHOP_DEFINED);
    for (int i = 0; i < 5; i++) {
      log.tell(Records.ran("invoker0", 900, 1000, 1000));
    }
    log.tell(Records.proposal(1, List.of(List.of(0, 0))));
    log.tell(Records.ran("invoker0", 900, 250, 250), Records.ran("invoker0", 900, 250, 250));
    log.tell(Records.conclusion(1, 0, 0));
    log.tell(Records.ran("invoker0", 900, 250, 500));

    assertThat(shop().decision().since()).isOne();
  }

  private WorkflowState shop() {
    return log.workflow("shop");
  }

  private static InstanceReport giftRan() {
    return new InstanceReport(
        "gift",
        GIFT.version(),
        "t",
        true,
        1_000,
        new WorkflowInstance(
            500,
            Map.of("wrap", Records.seen("invoker0", 800), "pay", Records.seen("invoker0", 800))));
  }
}
