/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.message.ExchangeRecord;
import io.aquatope.exchange.message.Heartbeat;
import io.aquatope.exchange.message.MemoryAnswered;
import io.aquatope.exchange.message.Message;
import io.aquatope.exchange.message.Records;
import io.aquatope.exchange.message.SenderTable;
import io.aquatope.exchange.message.StageExecution;
import io.aquatope.exchange.message.StageReport;
import io.aquatope.exchange.message.UnreadCheckpoint;
import io.aquatope.exchange.message.WorkflowCheckpoint;
import io.aquatope.exchange.message.WorkflowDefined;
import io.aquatope.exchange.message.WorkflowWithdrawn;
import io.aquatope.exchange.workflow.MemoryAnswers;
import io.aquatope.exchange.workflow.PriorStageRun;
import io.aquatope.exchange.workflow.TuningEvidence;
import io.aquatope.exchange.workflow.TuningRun;
import io.aquatope.exchange.workflow.ViolationMonitor;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowOwner;
import io.aquatope.exchange.workflow.WorkflowStage;
import io.aquatope.exchange.workflow.WorkflowState;
import io.aquatope.exchange.workflow.observation.StageOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LogFoldTest {

  private static final List<Integer> GENEROUS = List.of(2, 2);
  private static final MemoryAnswered CART_SETTLED =
      new MemoryAnswered("guest/cart", MemoryAnswers.settledAt(128));

  private ExchangeState state = ExchangeState.NONE;
  private long seq;

  @Test
  void aWorkflowBeginsWithTheMostGenerousLimits() {
    tell(Records.SHOP_DEFINED);

    assertThat(shop().decision().choice()).isEqualTo(GENEROUS);
    assertThat(shop().round().inProgress()).isFalse();
  }

  @Test
  void theFirstProposalForARoundHolds() {
    settle();
    tell(Records.proposal(1, List.of(List.of(0, 1))));
    tell(Records.proposal(1, List.of(List.of(1, 1))));

    assertThat(shop().round().candidates()).containsExactly(List.of(0, 1));
  }

  @Test
  void noRoundBeginsBeforeTheChoiceInForceHasProved() {
    tell(Records.SHOP_DEFINED);
    tell(Records.proposal(1, List.of(List.of(0, 1))));

    assertThat(shop().round().inProgress()).isFalse();
  }

  @Test
  void aProposalThatNamesNoLimitOfTheRulesIsPassedOver() {
    settle();
    tell(Records.proposal(1, List.of(List.of(0, 3))));
    tell(Records.proposal(1, List.of(List.of(0))));

    assertThat(shop().round().inProgress()).isFalse();
  }

  @Test
  void aRoundIsConcludedOnlyWhenItsCandidatesHaveRunOftenEnough() {
    settle();
    tell(Records.proposal(1, List.of(List.of(0, 1))));
    tell(Records.ran("invoker0", 600, 250, 500), Records.conclusion(1, 0, 1));
    assertThat(shop().decision().choice()).isEqualTo(GENEROUS);

    tell(Records.ran("invoker0", 600, 250, 500), Records.conclusion(1, 0, 1));
    tell(Records.conclusion(1, 1, 1));
    assertThat(shop().decision().choice()).containsExactly(0, 1);
    assertThat(shop().decision().fallback()).isEqualTo(GENEROUS);
    assertThat(shop().round().number()).isEqualTo(2);
  }

  @Test
  void coldRunsAreNoRepetitions() {
    settle();
    tell(Records.proposal(1, List.of(List.of(0, 1))));
    StageOutcome cold = new StageOutcome("invoker0", 250, 256, 70, 0.5, true, true, true);
    tell(Records.ran(Map.of("cart", cold, "pay", Records.seen("invoker0", 500)), 700));

    assertThat(shop().round().tried()).containsExactly(List.of(0, 1));
    assertThat(shop().evidence().runs())
        .last()
        .extracting(TuningRun::cold)
        .isEqualTo(List.of(true, false));
  }

  @Test
  void aChoiceUnderWhichTheTargetSuffersIsGivenUpAndNotTakenAgain() {
    giveUpTheCheapest();

    assertThat(shop().decision().choice()).isEqualTo(GENEROUS);
    assertThat(shop().decision().rejected()).containsExactly(List.of(0, 0));

    settle();
    tell(Records.proposal(shop().round().number(), List.of(List.of(0, 0))));
    repeat(2, Records.ran("invoker0", 900, 250, 250));
    tell(Records.conclusion(shop().round().number(), 0, 0));
    assertThat(shop().decision().choice()).isEqualTo(GENEROUS);
  }

  @Test
  void aChoiceThatWasGivenUpMayBeTriedAgainWhenRoundsChangeNothingAnyMore() {
    giveUpTheCheapest();

    for (int quiet = 0; quiet < 3; quiet++) {
      assertThat(shop().decision().rejected()).containsExactly(List.of(0, 0));
      repeat(5 << quiet, Records.ran("invoker0", 900, 1000, 1000));
      tell(Records.proposal(shop().round().number(), List.of()));
    }

    assertThat(shop().decision().rejected()).isEmpty();
    assertThat(shop().decision().choice()).isEqualTo(GENEROUS);
  }

  @Test
  void aFailedStageBreaksTheTargetHoweverFastItWas() {
    settle();
    StageOutcome failed = new StageOutcome("invoker0", 1000, 256, 70, 0.1, true, false, false);
    repeat(2, Records.ran(Map.of("cart", failed), 100));

    assertThat(shop().decision().watch()).isEqualTo(new ViolationMonitor(7, 2));
  }

  @Test
  void whereNothingIsMoreGenerousTheChoiceStaysAndTheRoundGoesOn() {
    settle();
    tell(Records.proposal(1, List.of(List.of(0, 0))));
    repeat(4, Records.ran("invoker0", 1_500, 1000, 1000));

    assertThat(shop().decision().choice()).isEqualTo(GENEROUS);
    assertThat(shop().decision().rejected()).isEmpty();
    assertThat(shop().decision().watch().instances()).isLessThan(5);
    assertThat(shop().round().inProgress()).isTrue();
  }

  @Test
  void theLongerNothingChangesTheRarerTheRounds() {
    settle();
    tell(Records.proposal(1, List.of()));
    repeat(5, Records.ran("invoker0", 900, 1000, 1000));
    tell(Records.proposal(2, List.of(List.of(0, 1))));
    assertThat(shop().round().inProgress()).isFalse();

    repeat(5, Records.ran("invoker0", 900, 1000, 1000));
    tell(Records.proposal(2, List.of(List.of(0, 1))));
    assertThat(shop().round().inProgress()).isTrue();
  }

  @Test
  void invokersThatRunAllStagesTryDifferentCandidates() {
    settle();
    tell(Records.ran("invoker1", 900, 1000, 1000));
    tell(Records.proposal(1, List.of(List.of(0, 1), List.of(1, 1))));
    Set<String> present = Set.of("invoker0", "invoker1");

    assertThat(shop().trialOf("invoker0", present)).contains(List.of(0, 1));
    assertThat(shop().trialOf("invoker1", present)).contains(List.of(1, 1));
    assertThat(shop().trialOf("invoker2", present)).isEmpty();
  }

  @Test
  void anInvokerThatLeavesHandsItsCandidateOver() {
    settle();
    tell(Records.ran("invoker1", 900, 1000, 1000));
    tell(Records.proposal(1, List.of(List.of(0, 1), List.of(1, 1))));

    assertThat(shop().trialOf("invoker1", Set.of("invoker1"))).contains(List.of(0, 1));
  }

  @Test
  void whereStagesAreSpreadAllTryTheSameCandidate() {
    tell(Records.SHOP_DEFINED);
    repeat(
        5,
        Records.ran(
            Map.of("cart", Records.seen("invoker0", 1000), "pay", Records.seen("invoker1", 1000)),
            900));
    tell(Records.proposal(1, List.of(List.of(0, 1), List.of(1, 1))));
    Set<String> present = Set.of("invoker0", "invoker1");

    assertThat(shop().trialOf("invoker0", present)).contains(List.of(0, 1));
    assertThat(shop().trialOf("invoker1", present)).contains(List.of(0, 1));
  }

  @Test
  void anotherTargetKeepsWhatWasLearnt() {
    settle();
    Workflow stricter =
        new Workflow(
            "shop",
            WorkflowOwner.OPERATOR,
            500,
            0.95,
            0.000048,
            0.0000034,
            Records.SHOP.stages(),
            Records.RULES);
    tell(new WorkflowDefined(stricter));

    assertThat(shop().evidence().runs()).isNotEmpty();
    assertThat(shop().decision().watch()).isEqualTo(ViolationMonitor.NEW);
  }

  @Test
  void anotherShapeBeginsAnewAndPassesOldObservationsOver() {
    settle();
    define(Records.CART);
    tell(Records.ran("invoker0", 900, 1000, 1000));

    assertThat(shop().evidence().runs()).isEmpty();
    assertThat(shop().decision().choice()).containsExactly(2);
  }

  @Test
  void theLatestRunsOfStagesThatStayAreRecalledWhenTheShapeChanges() {
    settle();
    define(Records.CART);
    define(Records.CART, new WorkflowStage("ship", "guest/ship", List.of(0), 1));

    assertThat(shop().evidence().recalled())
        .hasSize(3)
        .containsOnly(new PriorStageRun("guest/cart", 1000, 0.25, false));
  }

  @Test
  void aStageThatIsRepeatedMoreOftenIsNotRecalled() {
    settle();
    define(new WorkflowStage("cart", "guest/cart", List.of(), 2));

    assertThat(shop().evidence()).isEqualTo(TuningEvidence.NONE);
  }

  @Test
  void invokersLeaveWhenOthersHaveGoneOnWithoutThem() {
    for (int beat = 1; beat <= 11; beat++) {
      for (String name : beat == 1 ? List.of("a", "b", "c") : List.of("a", "b")) {
        state = LogFold.fold(state, Records.message(name, beat, new Heartbeat()));
      }
      assertThat(state.members().present().contains("c")).isEqualTo(beat <= 6);
    }
    assertThat(state.members().present()).containsExactly("a", "b");
  }

  @Test
  void anInvokerAloneStays() {
    for (int beat = 1; beat <= 20; beat++) {
      state = LogFold.fold(state, Records.message("a", beat, new Heartbeat()));
    }
    assertThat(state.members().present()).containsExactly("a");
  }

  @Test
  void recordsThatTellNothingChangeNoWorkflow() {
    tell(
        new StageReport(
            "a",
            "guest",
            "t",
            "guest/cart",
            new StageExecution(500, 256, 70, 7, 0.25, true, false, true)),
        new UnreadCheckpoint("shop", "state: expected an object"));
    assertThat(state.workflows()).isEmpty();
  }

  @Test
  void withdrawalForgetsAWorkflow() {
    tell(Records.SHOP_DEFINED, CART_SETTLED, new WorkflowWithdrawn("shop"));

    assertThat(state.workflows()).isEmpty();
    assertThat(state.memory()).isEmpty();
  }

  @Test
  void whatBecameOfAnActionsMemoryOutlivesTheShapeOfItsWorkflow() {
    Workflow shorter =
        new Workflow(
            "shop",
            WorkflowOwner.OPERATOR,
            900,
            0.95,
            0.00005,
            0,
            Records.SHOP.stages().subList(0, 1),
            Records.RULES);
    tell(Records.SHOP_DEFINED, CART_SETTLED);
    tell(new WorkflowDefined(shorter));

    assertThat(state.memory()).containsOnly(Map.entry("guest/cart", MemoryAnswers.settledAt(128)));
  }

  @Test
  void answersOfAnActionAddUpHoweverOftenTheyAreTold() {
    tell(Records.SHOP_DEFINED, CART_SETTLED);
    tell(new MemoryAnswered("guest/cart", MemoryAnswers.refusedAt(64)));
    tell(CART_SETTLED);

    assertThat(state.memory())
        .containsOnly(Map.entry("guest/cart", new MemoryAnswers(Set.of(128), Set.of(64))));
  }

  @Test
  void noLogLetsTheWorkflowsGrowWithoutEnd() {
    List<ExchangeRecord> records = new ArrayList<>();
    for (int i = 0; i < Workflow.MOST_KNOWN + 50; i++) {
      String name = "n" + i % 500 + "/w" + i;
      Workflow workflow =
          new Workflow(
              name,
              WorkflowOwner.of("n" + i % 500),
              500,
              0.95,
              0,
              0,
              List.of(new WorkflowStage("a", "n" + i % 500 + "/a", List.of(), 1)),
              Records.RULES);
      records.add(
          i % 2 == 0
              ? new WorkflowDefined(workflow)
              : new WorkflowCheckpoint(WorkflowState.first(workflow)));
    }
    ExchangeState before = state;
    Message message = Records.message("controller0", ++seq, records.toArray(new ExchangeRecord[0]));
    state = LogFold.fold(before, message);
    assertThat(state.workflows()).hasSize(Workflow.MOST_KNOWN).containsKey("n0/w0");
    assertThat(LogBounds.release(before, state, message)).isEqualTo(50);

    tell(new WorkflowWithdrawn("n0/w0"), Records.SHOP_DEFINED);
    assertThat(state.workflows()).hasSize(Workflow.MOST_KNOWN).containsKey("shop");
  }

  @Test
  void noLogLetsTheSendersGrowWithoutEnd() {
    tell(Records.SHOP_DEFINED);
    for (int i = 0; i < SenderTable.MOST; i++) {
      state = LogFold.fold(state, Records.message("sender" + i, 1, new Heartbeat()));
    }
    state = LogFold.fold(state, Records.message("sender0", 2, new Heartbeat()));
    ExchangeState before = state;
    Message message = Records.message("another", 1, new Heartbeat());
    state = LogFold.fold(before, message);
    assertThat(LogBounds.release(before, state, message)).as("a sender and a member").isEqualTo(2);

    assertThat(state.senders().byName())
        .hasSize(SenderTable.MOST)
        .containsKeys("sender0", "another")
        .doesNotContainKey("sender1");
    assertThat(state.members().silence())
        .hasSize(LiveMembers.MOST)
        .containsKeys("sender0", "another")
        .doesNotContainKey("sender1");
  }

  /** The cheapest choice is adopted, and the target suffers. */
  private void giveUpTheCheapest() {
    settle();
    tell(Records.proposal(1, List.of(List.of(0, 0))));
    repeat(2, Records.ran("invoker0", 900, 250, 250));
    tell(Records.conclusion(1, 0, 0));
    repeat(3, Records.ran("invoker0", 1_500, 250, 250));
  }

  private void define(WorkflowStage... stages) {
    tell(new WorkflowDefined(Records.shop(stages)));
  }

  private void settle() {
    tell(Records.SHOP_DEFINED);
    repeat(5, Records.ran("invoker0", 900, 1000, 1000));
  }

  private void repeat(int times, ExchangeRecord record) {
    for (int i = 0; i < times; i++) {
      tell(record);
    }
  }

  private void tell(ExchangeRecord... records) {
    state = LogFold.fold(state, Records.message("controller0", ++seq, records));
  }

  private WorkflowState shop() {
    return Objects.requireNonNull(state.workflows().get("shop"));
  }
}
