/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.message.Records;
import io.aquatope.exchange.message.StageObserved;
import io.aquatope.exchange.workflow.Stage;
import io.aquatope.exchange.workflow.StageSeen;
import io.aquatope.exchange.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WorkflowJoinTest {

  private final WorkflowJoin join = new WorkflowJoin(Duration.ofSeconds(60), 3);

  @BeforeEach
  void define() {
    join.define(List.of(Records.SHOP), Set.of());
  }

  @Test
  void stagesOfOneTransactionAreOneInstance() {
    run("t", "cart", 1_000, 1_400);
    run("t", "pay", 1_400, 1_900);

    assertThat(join.closed(2_000))
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
    shuffled.define(List.of(Records.SHOP), Set.of());
    shuffled.published("t", 1_000, "t-cart", "guest/cart", 1_000);
    shuffled.published("t", 1_000, "t-pay", "guest/pay", 1_400);
    List<StageObserved> each = List.of(stage("t", "cart", 1_400), stage("t", "pay", 1_900));
    List<StageObserved> runs = new ArrayList<>(each);
    runs.addAll(each);
    Collections.shuffle(runs, new Random(seed));
    runs.forEach(run -> shuffled.observed("invoker0", run, 2_000));

    assertThat(shuffled.closed(2_000))
        .singleElement()
        .extracting(seen -> seen.instance().latencyMs())
        .isEqualTo(900L);
    assertThat(shuffled.strays()).isEqualTo(2);
  }

  @Test
  void aStageThatFailedEndsTheInstanceAfterAWhile() {
    join.published("t", 1_000, "t-cart", "guest/cart", 1_000);
    join.observed(
        "invoker0",
        new StageObserved(
            "t-cart", "t", "guest/cart", 500, 256, 70, 1_400, 0.4, true, false, false),
        1_500);

    assertThat(join.closed(2_000)).isEmpty();
    assertThat(join.closed(3_500))
        .singleElement()
        .satisfies(
            seen ->
                assertThat(seen.instance().stages())
                    .containsOnlyKeys("cart")
                    .allSatisfy((stage, run) -> assertThat(run.succeeded()).isFalse()));
  }

  @Test
  void whatIsNeverObservedIsGivenUp() {
    join.published("t", 1_000, "t-cart", "guest/cart", 1_000);

    assertThat(join.closed(62_000)).isEmpty();
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
    join.published("t", 1_000, "a", "guest/other", 1_000);

    assertThat(join.open()).isZero();
  }

  @Test
  void anInstanceWithAForeignStageIsOfNoKnownShape() {
    run("t", "cart", 1_000, 1_400);
    join.published("t", 1_000, "a", "guest/new", 1_400);
    run("t", "pay", 1_400, 1_900);

    assertThat(join.closed(9_000)).isEmpty();
    assertThat(join.unfinished()).isOne();
  }

  @Test
  void theOldestMakeRoom() {
    for (int i = 0; i < 5; i++) {
      join.published("t" + i, 1_000, "a" + i, "guest/cart", 1_000);
    }

    assertThat(join.open()).isEqualTo(3);
    assertThat(join.unfinished()).isEqualTo(2);
  }

  @Test
  void repetitionsAreOneStage() {
    join.define(
        List.of(
            new Workflow(
                "shop",
                1_000,
                0.95,
                0.000048,
                0.0000034,
                List.of(new Stage("cart", "guest/cart", List.of(), 2)),
                Records.RULES)),
        Set.of());
    join.published("t", 1_000, "a", "guest/cart", 1_000);
    join.observed("invoker0", stage("t", "cart", "a", 1_400), 1_400);
    assertThat(join.closed(1_400)).isEmpty();

    join.published("t", 1_000, "b", "guest/cart", 1_400);
    join.observed("invoker1", stage("t", "cart", "b", 1_800), 1_800);
    assertThat(join.closed(1_800))
        .singleElement()
        .satisfies(
            seen ->
                assertThat(seen.instance().stages().values())
                    .singleElement()
                    .extracting(StageSeen::seconds)
                    .isEqualTo(0.8));
  }

  @Test
  void whatACompositionRunsIsToldWhenItHasEnded() {
    join.define(List.of(), Set.of("guest/app"));
    run("t", "app", 1_000, 1_100);
    run("t", "cart", 1_100, 1_400);
    run("other", "cart", 1_100, 1_400);

    assertThat(join.closed(2_000)).isEmpty();
    assertThat(join.compositionRuns()).isEmpty();
    assertThat(join.closed(4_000)).isEmpty();
    assertThat(join.compositionRuns())
        .containsExactly(
            new WorkflowJoin.CompositionRun("guest/app", List.of("guest/app", "guest/cart")));
    assertThat(join.compositionRuns()).isEmpty();
  }

  private void run(String root, String stage, long fromMs, long toMs) {
    join.published(root, 1_000, root + "-" + stage, "guest/" + stage, fromMs);
    join.observed("invoker0", stage(root, stage, toMs), toMs);
    join.completed(root, root + "-" + stage, toMs);
  }

  private static StageObserved stage(String root, String stage, long endMs) {
    return stage(root, stage, root + "-" + stage, endMs);
  }

  private static StageObserved stage(String root, String stage, String activation, long endMs) {
    return new StageObserved(
        activation, root, "guest/" + stage, 500, 256, 70, endMs, 0.4, true, false, true);
  }
}
