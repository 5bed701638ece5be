/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.message.InstanceReport;
import io.aquatope.exchange.message.Records;
import io.aquatope.exchange.message.StageExecution;
import io.aquatope.exchange.message.StageReport;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowOwner;
import io.aquatope.exchange.workflow.WorkflowStage;
import io.aquatope.exchange.workflow.observation.StageOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WorkflowJoinTest {

  private final WorkflowJoin join = new WorkflowJoin(Duration.ofSeconds(60), 3);

  @BeforeEach
  void define() {
    define(join, WorkflowOwner.OPERATOR, List.of(Records.SHOP), Set.of());
  }

  @Test
  void stagesOfOneTransactionAreOneInstance() {
    run("t", "cart", 1_000, 1_400);
    run("t", "pay", 1_400, 1_900);

    assertThat(closed(join, 2_000))
        .singleElement()
        .satisfies(
            instance -> {
              assertThat(instance.instance().latencyMs()).isEqualTo(900);
              assertThat(instance.version()).isEqualTo(Records.SHOP.version());
              assertThat(instance.instance().stages()).containsOnlyKeys("cart", "pay");
            });
  }

  @Property(tries = 50)
  void theOrderAndNumberOfObservationsDoNotMatter(@ForAll long seed) {
    WorkflowJoin shuffled = new WorkflowJoin(Duration.ofSeconds(60), 3);
    define(shuffled, WorkflowOwner.OPERATOR, List.of(Records.SHOP), Set.of());
    shuffled.published("guest", "t", 1_000, "t-cart", "guest/cart", 1_000);
    shuffled.published("guest", "t", 1_000, "t-pay", "guest/pay", 1_400);
    List<StageReport> each = List.of(stage("t", "cart", 1_400), stage("t", "pay", 1_900));
    List<StageReport> runs = new ArrayList<>(each);
    runs.addAll(each);
    Collections.shuffle(runs, new Random(seed));
    runs.forEach(run -> shuffled.observed("invoker0", run, 2_000));

    assertThat(closed(shuffled, 2_000))
        .singleElement()
        .extracting(seen -> seen.instance().latencyMs())
        .isEqualTo(900L);
    assertThat(shuffled.strays()).isEqualTo(2);
  }

  @Test
  void aStageThatFailedEndsTheInstanceAfterAWhile() {
    join.published("guest", "t", 1_000, "t-cart", "guest/cart", 1_000);
    join.observed(
        "invoker0",
        new StageReport(
            "t-cart",
            "guest",
            "t",
            "guest/cart",
            new StageExecution(500, 256, 70, 1_400, 0.4, true, false, false)),
        1_500);

    assertThat(closed(join, 2_000)).isEmpty();
    assertThat(closed(join, 3_500))
        .singleElement()
        .satisfies(
            seen ->
                assertThat(seen.instance().stages())
                    .containsOnlyKeys("cart")
                    .allSatisfy((stage, run) -> assertThat(run.succeeded()).isFalse()));
  }

  @Test
  void whatIsNeverObservedIsGivenUp() {
    join.published("guest", "t", 1_000, "t-cart", "guest/cart", 1_000);

    assertThat(closed(join, 62_000)).isEmpty();
    assertThat(join.unfinished()).isOne();
    assertThat(join.open()).isZero();
  }

  @Test
  void onlyWhatWasPublishedHereIsJoined() {
    join.observed("invoker0", stage("other", "cart", 1_400), 1_500);

    assertThat(join.open()).isZero();
    assertThat(join.strays()).isOne();
  }

  @Test
  void actionsOfNoWorkflowAreNotKept() {
    join.published("guest", "t", 1_000, "a", "guest/other", 1_000);

    assertThat(join.open()).isZero();
  }

  @Test
  void anInstanceWithAForeignStageIsOfNoKnownShape() {
    run("t", "cart", 1_000, 1_400);
    join.published("guest", "t", 1_000, "a", "guest/new", 1_400);
    run("t", "pay", 1_400, 1_900);

    assertThat(closed(join, 9_000)).isEmpty();
    assertThat(join.unfinished()).isOne();
  }

  @Test
  void theOldestMakeRoom() {
    for (int i = 0; i < 5; i++) {
      join.published("guest", "t" + i, 1_000, "a" + i, "guest/cart", 1_000);
    }

    assertThat(join.open()).isEqualTo(3);
    assertThat(join.unfinished()).isEqualTo(2);
  }

  @Test
  void repetitionsAreOneStage() {
    define(
        join,
        WorkflowOwner.OPERATOR,
        List.of(
            new Workflow(
                "shop",
                WorkflowOwner.OPERATOR,
                1_000,
                0.95,
                0.000048,
                0.0000034,
                List.of(new WorkflowStage("cart", "guest/cart", List.of(), 2)),
                Records.RULES)),
        Set.of());
    join.published("guest", "t", 1_000, "a", "guest/cart", 1_000);
    join.observed("invoker0", stage("t", "cart", "a", 1_400), 1_400);
    assertThat(closed(join, 1_400)).isEmpty();

    join.published("guest", "t", 1_000, "b", "guest/cart", 1_400);
    join.observed("invoker1", stage("t", "cart", "b", 1_800), 1_800);
    assertThat(closed(join, 1_800))
        .singleElement()
        .satisfies(
            seen ->
                assertThat(seen.instance().stages().values())
                    .singleElement()
                    .extracting(StageOutcome::seconds)
                    .isEqualTo(0.8));
  }

  @Test
  void whatACompositionRunsIsToldWhenItHasEnded() {
    define(join, WorkflowOwner.OPERATOR, List.of(), Set.of());
    define(join, WorkflowOwner.of("guest"), List.of(), Set.of("guest/app"));
    run("t", "app", 1_000, 1_100);
    run("t", "cart", 1_100, 1_400);
    run("other", "cart", 1_100, 1_400);

    assertThat(closed(join, 2_000)).isEmpty();
    assertThat(join.compositionRuns()).isEmpty();
    assertThat(closed(join, 4_000)).isEmpty();
    assertThat(join.compositionRuns())
        .containsExactly(
            new WorkflowJoin.CompositionRun(
                "guest", "guest/app", List.of("guest/app", "guest/cart")));
    assertThat(join.compositionRuns()).isEmpty();
  }

  /** Whoever runs the same actions as a workflow of another namespace was taken for it. */
  @Test
  void callsOfOneNamespaceAreNoInstancesOfWhatAnotherDeclares() {
    Workflow evil = of("evil", "evil/x", "guest/cart", "guest/pay", "evil/own");
    Workflow guest = of("guest", "guest/checkout", "guest/cart", "guest/pay");
    define(join, WorkflowOwner.OPERATOR, List.of(), Set.of());
    define(
        join,
        WorkflowOwner.of("evil"),
        List.of(of("evil", "evil/a", "guest/cart", "guest/pay"), evil),
        Set.of());
    define(join, WorkflowOwner.of("guest"), List.of(guest), Set.of());

    run("t", "cart", 1_000, 1_400);
    run("t", "pay", 1_400, 1_900);

    assertThat(closed(join, 2_000))
        .singleElement()
        .extracting(InstanceReport::workflow)
        .isEqualTo("guest/checkout");
  }

  @Test
  void aWorkflowThatANamespaceDeclaresIsNotJoinedOfCallsInOthers() {
    define(join, WorkflowOwner.OPERATOR, List.of(), Set.of());
    define(
        join,
        WorkflowOwner.of("evil"),
        List.of(of("evil", "evil/x", "guest/cart", "guest/pay")),
        Set.of());

    run("t", "cart", 1_000, 1_400);
    run("t", "pay", 1_400, 1_900);

    assertThat(join.open()).isZero();
    assertThat(closed(join, 9_000)).isEmpty();
  }

  @Test
  void ofTheOperatorsWorkflowAndTheNamespacesWithTheSameStagesTheOperatorsCounts() {
    define(
        join,
        WorkflowOwner.of("guest"),
        List.of(of("guest", "guest/checkout", "guest/cart", "guest/pay")),
        Set.of());

    run("t", "cart", 1_000, 1_400);
    run("t", "pay", 1_400, 1_900);

    assertThat(closed(join, 9_000))
        .singleElement()
        .extracting(InstanceReport::workflow)
        .isEqualTo("shop");
  }

  /** A tenant that calls public actions in the workflow's order fed latencies into its tuning. */
  @Test
  void callsInOtherNamespacesAreNoInstancesOfTheOperatorsWorkflow() {
    runs("evil", "t");

    assertThat(join.open()).isZero();
    assertThat(closed(join, 9_000)).isEmpty();
  }

  @Test
  void callsOfEachOwnerOfAStageAreInstancesOfTheOperatorsWorkflow() {
    Workflow mixed =
        Records.shop(
            new WorkflowStage("cart", "guest/cart", List.of(), 1),
            new WorkflowStage("pay", "bank/pay", List.of(0), 1));
    define(join, WorkflowOwner.OPERATOR, List.of(mixed), Set.of());
    join.published("bank", "t", 1_000, "b", "guest/cart", 1_000);
    join.published("guest", "t", 1_000, "g", "guest/cart", 1_000);
    join.published("evil", "t", 1_000, "e", "guest/cart", 1_000);

    assertThat(join.open()).isEqualTo(2);
  }

  @Test
  void callsInNamespacesThatTheOperatorListsAreInstances() {
    define(
        join, WorkflowOwner.OPERATOR, List.of(Records.callers(Records.SHOP, "friend")), Set.of());
    runs("friend", "f");
    runs("guest", "g");
    runs("evil", "e");

    assertThat(closed(join, 9_000)).extracting(InstanceReport::root).containsExactly("f", "g");
  }

  @Test
  void callsInAllNamespacesAreInstancesWhereTheOperatorSaysSo() {
    define(join, WorkflowOwner.OPERATOR, List.of(Records.PUBLIC_SHOP), Set.of());
    runs("anybody", "t");

    assertThat(closed(join, 9_000)).hasSize(1);
  }

  @Test
  void callersThatChooseTheSameRequestIdInTwoNamespacesAreToldApart() {
    define(join, WorkflowOwner.OPERATOR, List.of(Records.PUBLIC_SHOP), Set.of());
    join.published("guest", "t", 1_000, "g", "guest/cart", 1_000);
    join.published("other", "t", 1_000, "o", "guest/pay", 1_000);

    assertThat(join.open()).isEqualTo(2);
    join.observed("invoker0", stage("t", "pay", "o", 1_400), 1_400);
    assertThat(join.strays()).as("an observation of the other namespace").isOne();
  }

  /** One request id for all of a tenant's calls let an instance grow without end. */
  @Test
  void anInstanceHoldsNoMoreThanAWorkflowRunsHoweverOftenItsRequestIdIsUsed() {
    for (int i = 0; i < 200_000; i++) {
      join.published("guest", "same", 1_000, "a" + i, "guest/cart", 1_000 + i / 10);
      join.completed("guest", "same", "a" + i, 1_000);
      join.completed("guest", "same", "unknown" + i, 1_000);
    }

    assertThat(join.open()).isOne();
    assertThat(join.unfinished()).isOne();
    assertThat(GraphSize.of(join)).isLessThan(3_000);
  }

  @Test
  void anInstanceThatFitsNoWorkflowAnyMoreIsForgottenInTheEndThoughItsIdIsUsedOn() {
    for (int i = 0; i < 10; i++) {
      join.published("guest", "same", 1_000, "a" + i, "guest/cart", 1_000 + i * 10_000);
    }

    assertThat(closed(join, 71_000)).isEmpty();
    assertThat(join.open()).isZero();
  }

  @Test
  void whatFollowsInAnInstanceThatWasGivenUpIsNoInstanceOfItsOwn() {
    run("t", "cart", 1_000, 1_100);
    run("t", "other", 1_100, 1_200);
    run("t", "cart", 1_200, 1_300);
    run("t", "pay", 1_300, 1_400);

    assertThat(closed(join, 9_000)).isEmpty();
    assertThat(join.unfinished()).isOne();
  }

  @Test
  void aCompositionThatRunsOnAndOnIsNotHeld() {
    define(join, WorkflowOwner.OPERATOR, List.of(), Set.of());
    define(join, WorkflowOwner.of("guest"), List.of(), Set.of("guest/app"));
    for (int i = 0; i < 100_000; i++) {
      join.published("guest", "same", 1_000, "a" + i, "guest/app", 1_000);
    }

    assertThat(GraphSize.of(join)).isLessThan(5_000);
    assertThat(closed(join, 500_000)).isEmpty();
    assertThat(join.compositionRuns()).isEmpty();
  }

  @Test
  void noInstanceIsJoinedForLongerThanSixTimeoutsHoweverOftenSomethingHappens() {
    define(join, WorkflowOwner.OPERATOR, List.of(), Set.of());
    define(
        join,
        WorkflowOwner.OPERATOR,
        List.of(
            new Workflow(
                "long",
                WorkflowOwner.OPERATOR,
                1_000,
                0.95,
                0,
                0,
                List.of(new WorkflowStage("cart", "guest/cart", List.of(), 1_000)),
                Records.RULES)),
        Set.of());
    for (int i = 0; i < 13; i++) {
      join.published("guest", "t", 1_000, "a" + i, "guest/cart", i * 30_000L);
      assertThat(closed(join, i * 30_000L)).isEmpty();
    }

    assertThat(join.open()).isZero();
  }

  @Test
  void theNamespaceWithMostInstancesMakesRoom() {
    WorkflowJoin shared = new WorkflowJoin(Duration.ofSeconds(60), 100);
    define(shared, WorkflowOwner.OPERATOR, List.of(Records.PUBLIC_SHOP), Set.of());
    shared.published("modest", "m", 1_000, "m", "guest/cart", 1_000);
    for (int i = 0; i < 10_000; i++) {
      shared.published("greedy", "g" + i, 1_000, "g" + i, "guest/cart", 1_000);
    }
    shared.published("modest", "m", 1_000, "n", "guest/pay", 1_000);
    shared.observed("invoker0", stage("modest", "m", "cart", "m", 1_400), 1_400);
    shared.observed("invoker0", stage("modest", "m", "pay", "n", 1_900), 1_900);

    assertThat(closed(shared, 2_000)).hasSize(1);
    assertThat(shared.open()).isEqualTo(99);
    assertThat(shared.crowded()).isEqualTo(9_901);
  }

  /** Every activation of a controller waits for this. */
  @Test
  void aCallCostsNothingForWorkflowsOfOtherNamespaces() {
    JoinedWorkflows workflows = new JoinedWorkflows();
    String[] actions = IntStream.range(0, 50).mapToObj(i -> "guest/a" + i).toArray(String[]::new);
    for (int n = 0; n < 100; n++) {
      String namespace = "n" + n;
      define(
          workflows,
          WorkflowOwner.of(namespace),
          IntStream.range(0, 20)
              .mapToObj(w -> of(namespace, namespace + "/w" + w, actions))
              .toList());
    }

    assertThat(workflows.running("guest", "guest/a0")).isEmpty();
    assertThat(workflows.running("n7", "guest/a0"))
        .hasSize(20)
        .allMatch(version -> version.workflow().owner().namespace().equals("n7"));
    WorkflowVersion before = workflows.running("n7", "guest/a0").get(0);
    define(workflows, WorkflowOwner.of("n8"), List.of());
    assertThat(workflows.running("n7", "guest/a0").get(0)).isSameAs(before);
  }

  @Test
  void manyInstancesAreClosedInStepsSoThatNoCallWaitsForAllOfThem() {
    WorkflowJoin many = new WorkflowJoin(Duration.ofSeconds(60), 50_000);
    define(many, WorkflowOwner.OPERATOR, List.of(Records.SHOP), Set.of());
    for (int i = 0; i < 1_000; i++) {
      many.published("guest", "t" + i, 1_000, "a" + i, "guest/cart", 1_000 + i);
    }

    assertThat(many.closeDue(70_000, 64)).isTrue();
    assertThat(many.open()).isEqualTo(1_000 - 64);
    assertThat(many.closeDue(61_500, 10_000)).isFalse();
    assertThat(many.open()).as("those touched in the last minute").isEqualTo(499);
  }

  private static Workflow of(String namespace, String name, String... actions) {
    List<WorkflowStage> stages = new ArrayList<>();
    for (String action : actions) {
      stages.add(
          new WorkflowStage(
              action, action, stages.isEmpty() ? List.of() : List.of(stages.size() - 1), 1));
    }
    return new Workflow(
        name, WorkflowOwner.of(namespace), 1_000, 0.95, 0.000048, 0.0000034, stages, Records.RULES);
  }

  private static void define(JoinedWorkflows known, WorkflowOwner owner, List<Workflow> workflows) {
    known.define(owner, known.of(owner).next(workflows, Set.of()));
  }

  private static void define(
      WorkflowJoin join, WorkflowOwner owner, List<Workflow> workflows, Set<String> learnt) {
    join.define(owner, join.owned(owner).next(workflows, learnt));
  }

  private static List<InstanceReport> closed(WorkflowJoin join, long nowMs) {
    assertThat(join.closeDue(nowMs, 1_000)).isFalse();
    return join.closed().stream().map(WorkflowJoin.Joined::observed).toList();
  }

  /** A namespace calls the shop's actions one after the other. */
  private void runs(String namespace, String root) {
    join.published(namespace, root, 1_000, root + "-c", "guest/cart", 1_000);
    join.observed("invoker0", stage(namespace, root, "cart", root + "-c", 1_400), 1_400);
    join.published(namespace, root, 1_000, root + "-p", "guest/pay", 1_400);
    join.observed("invoker0", stage(namespace, root, "pay", root + "-p", 1_900), 1_900);
  }

  private void run(String root, String stage, long fromMs, long toMs) {
    join.published("guest", root, 1_000, root + "-" + stage, "guest/" + stage, fromMs);
    join.observed("invoker0", stage(root, stage, toMs), toMs);
    join.completed("guest", root, root + "-" + stage, toMs);
  }

  private static StageReport stage(String root, String stage, long endMs) {
    return stage(root, stage, root + "-" + stage, endMs);
  }

  private static StageReport stage(String root, String stage, String activation, long endMs) {
    return stage("guest", root, stage, activation, endMs);
  }

  private static StageReport stage(
      String namespace, String root, String stage, String activation, long endMs) {
    return new StageReport(
        activation,
        namespace,
        root,
        "guest/" + stage,
        new StageExecution(500, 256, 70, endMs, 0.4, true, false, true));
  }
}
