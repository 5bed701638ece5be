/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.exchange.message.Heartbeat;
import io.aquatope.exchange.message.InstanceReport;
import io.aquatope.exchange.message.MemoryAdvised;
import io.aquatope.exchange.message.MemoryAnswered;
import io.aquatope.exchange.message.Records;
import io.aquatope.exchange.message.RoundConcluded;
import io.aquatope.exchange.message.RoundProposed;
import io.aquatope.exchange.message.WorkflowCheckpoint;
import io.aquatope.exchange.message.WorkflowDefined;
import io.aquatope.exchange.workflow.LimitDecision;
import io.aquatope.exchange.workflow.MemoryAnswers;
import io.aquatope.exchange.workflow.MemorySteps;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowOwner;
import io.aquatope.exchange.workflow.WorkflowStage;
import io.aquatope.exchange.workflow.WorkflowState;
import io.aquatope.exchange.workflow.observation.StageOutcome;
import io.aquatope.exchange.workflow.observation.WorkflowInstance;
import io.aquatope.exchange.workflow.observation.WorkflowStats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A tenant's workflow of its own action and two of somebody else, who published them. It had their
 * CPU limits set, and their memory updated with the key of their owner.
 */
final class ForeignStagesTest {

  private static final Workflow MIXED =
      new Workflow(
          "evil/x",
          WorkflowOwner.of("evil"),
          3_600_000,
          0.95,
          0.000048,
          0.0000034,
          List.of(
              new WorkflowStage("cart", "victim/shop/cart", List.of(), 1),
              new WorkflowStage("own", "evil/own", List.of(0), 1),
              new WorkflowStage("pay", "victim/shop/pay", List.of(1), 1)),
          Records.RULES);

  private final FoldedLog log = new FoldedLog();

  @BeforeEach
  void define() {
    log.join("invoker0", new Heartbeat());
    log.tell(new WorkflowDefined(MIXED));
  }

  @Test
  void limitsAreSetOfTheOwnersActionsOnly() {
    log.enforce();

    assertThat(log.limits).isEqualTo(Map.of("evil/own", 1000));
  }

  @Test
  void theWorkflowIsTunedAllTheSame() {
    RoundTuner tuner = new RoundTuner(3);
    settle();
    RoundProposed proposal = tuner.propose(mixed(), log.state());
    assertThat(proposal.candidates())
        .isNotEmpty()
        .allSatisfy(
            choice -> {
              assertThat(choice.get(0)).isZero();
              assertThat(choice.get(2)).isZero();
            });
    log.tell(proposal);
    assertThat(mixed().round().inProgress()).isTrue();
    for (List<Integer> candidate : proposal.candidates()) {
      for (int i = 0; i < Records.RULES.repetitions(); i++) {
        log.tell(ran(Records.RULES.milliCores().get(candidate.get(1))));
      }
    }
    assertThat(mixed().round().isComplete(Records.RULES)).isTrue();

    log.tell(tuner.conclude(mixed(), log.state()));
    log.enforce();

    assertThat(mixed().decision().choice()).isEqualTo(List.of(0, 0, 0));
    assertThat(log.limits).as("plenty of time").isEqualTo(Map.of("evil/own", 250));
  }

  @Test
  void theLatencyOfOtherStagesIsLearntAtWhateverLimitTheyHave() {
    log.tell(ran(1000), ran(1000));

    assertThat(mixed().evidence().runs())
        .hasSize(2)
        .allMatch(run -> run.choice().equals(List.of(0, 2, 0)));
  }

  @Test
  void recordsThatDecideForOthersChangeNothing() {
    settle();
    log.tell(new RoundProposed("evil/x", MIXED.version(), 1, List.of(List.of(1, 1, 1))));
    assertThat(mixed().round().inProgress()).isFalse();

    log.tell(new RoundProposed("evil/x", MIXED.version(), 1, List.of(List.of(0, 1, 0))));
    log.tell(ran(500), ran(500));
    log.tell(new RoundConcluded("evil/x", MIXED.version(), 1, List.of(2, 1, 2)));

    assertThat(mixed().decision().choice()).isEqualTo(List.of(0, 2, 0));
  }

  @Test
  void aCheckpointThatDecidesForOthersIsRefused() {
    WorkflowState first = WorkflowState.first(MIXED);
    LimitDecision foreign =
        new LimitDecision(
            List.of(1, 1, 1), List.of(1, 1, 1), List.of(), first.decision().watch(), 0, 0);
    WorkflowState forged =
        new WorkflowState(
            MIXED,
            first.version(),
            foreign,
            first.round(),
            first.evidence(),
            first.placement(),
            first.load());

    assertThatThrownBy(forged::requireConsistent)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("decision.choice");
  }

  @Test
  void memoryIsAdvisedOfTheOwnersActionsOnly() {
    for (int i = 0; i < 30; i++) {
      log.tell(ran(1000));
    }
    Optional<List<Integer>> advice = new MemorySteps(128, 512).advice(mixed());
    assertThat(advice).contains(List.of(0, 128, 0));

    log.tell(new MemoryAdvised("evil/x", MIXED.version(), List.of(128, 128, 128)));
    assertThat(mixed().load().advisedMb()).isEqualTo(List.of(0, 128, 0));
    assertThat(updates()).containsExactly("evil/own 128");
  }

  @Test
  void memoryOfAnotherIsNotUpdatedThoughACheckpointAdvisesIt() {
    log.tell(ran(1000));
    WorkflowState known = mixed();
    WorkflowState forged =
        new WorkflowState(
            MIXED,
            known.version(),
            known.decision(),
            known.round(),
            known.evidence(),
            known.placement(),
            new WorkflowStats(
                known.load().pace(),
                known.load().arrivals(),
                known.load().course(),
                known.load().memory(),
                List.of(128, 128, 128)));
    log.tell(new WorkflowCheckpoint(forged));

    assertThat(updates()).containsExactly("evil/own 128");
  }

  @Test
  void whatBecameOfAnothersMemoryIsNotKept() {
    log.tell(new MemoryAnswered("victim/shop/cart", MemoryAnswers.settledAt(128)));
    log.tell(new MemoryAnswered("evil/own", MemoryAnswers.settledAt(128)));

    assertThat(log.state().memory()).containsOnlyKeys("evil/own");
  }

  @Test
  void whatTheOwnerOfTheOtherStagesHasTunedStaysAndIsNotRaised() {
    Workflow victims =
        new Workflow(
            "victim/checkout",
            WorkflowOwner.of("victim"),
            1_000,
            0.95,
            0.000048,
            0.0000034,
            List.of(
                new WorkflowStage("cart", "victim/shop/cart", List.of(), 1),
                new WorkflowStage("pay", "victim/shop/pay", List.of(0), 1)),
            Records.RULES);
    log.tell(new WorkflowDefined(victims));
    settle();
    log.enforce();

    assertThat(log.limits)
        .isEqualTo(Map.of("evil/own", 1000, "victim/shop/cart", 1000, "victim/shop/pay", 1000));
    assertThat(SharedActions.raised(List.of(0, 0), log.workflow("victim/checkout"), log.state()))
        .containsExactly(0, 0);
  }

  @Test
  void whatTheOperatorAndTheOwnerWantOfOneActionIsTheMoreOfBoth() {
    Workflow operators =
        new Workflow(
            "shop",
            WorkflowOwner.OPERATOR,
            1_000,
            0.95,
            0.000048,
            0.0000034,
            List.of(new WorkflowStage("own", "evil/own", List.of(), 1)),
            Records.RULES);
    log.tell(new WorkflowDefined(operators));
    log.tell(ran(1000));

    assertThat(SharedActions.raised(List.of(0), log.workflow("shop"), log.state()))
        .as("the owner's is in use at the largest limit")
        .containsExactly(2);
  }

  @Test
  void aNameIsAnActionOfItsOwner() {
    assertThatThrownBy(
            () ->
                new Workflow(
                    "victim/checkout",
                    WorkflowOwner.of("evil"),
                    1_000,
                    0.95,
                    0,
                    0,
                    MIXED.stages(),
                    Records.RULES))
        .hasMessageContaining("name");
    assertThat(WorkflowOwner.of("evil").rules("evil2/x")).isFalse();
    assertThat(WorkflowOwner.of("evil").rules("evil")).isFalse();
    assertThatThrownBy(() -> WorkflowOwner.of("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WorkflowOwner.of("evil/x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<String> updates() {
    List<String> updates = new ArrayList<>();
    MemoryUpdates memory =
        new MemoryUpdates(
            "invoker0",
            (action, megabytes) -> {
              updates.add(action + " " + megabytes);
              return CompletableFuture.completedFuture(MemoryPort.Answer.UPDATED);
            },
            record -> {});
    for (int second = 0; second < 600; second++) {
      memory.apply(log.state(), second * 1_000L);
    }
    return updates;
  }

  private WorkflowState mixed() {
    return log.workflow("evil/x");
  }

  private void settle() {
    for (int i = 0; i < 6; i++) {
      log.tell(ran(1000));
    }
  }

  /** The others' stages have limits that are none of the tuner's, and one of them changes. */
  private static InstanceReport ran(int milliCores) {
    StageOutcome foreign = new StageOutcome("invoker0", 333, 256, 70, 0.3, false, false, true);
    return new InstanceReport(
        "evil/x",
        MIXED.version(),
        "t",
        true,
        1_000,
        new WorkflowInstance(
            1_000,
            Map.of("cart", foreign, "own", Records.seen("invoker0", milliCores), "pay", foreign)));
  }
}
