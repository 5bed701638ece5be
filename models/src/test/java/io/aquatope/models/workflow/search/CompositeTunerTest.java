/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.MeasuredWorkflow;
import io.aquatope.models.workflow.Oracle;
import io.aquatope.models.workflow.StageRun;
import io.aquatope.models.workflow.SyntheticWorkflows;
import io.aquatope.models.workflow.WorkflowRun;
import java.util.Collections;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompositeTunerTest {

  private static final double QOS = 3.4;

  private final MeasuredWorkflow workflow =
      SyntheticWorkflows.chain(SyntheticWorkflows.THREE, QOS, 0.05, 3);
  private final double oracle = Oracle.solve(workflow).orElseThrow().cost();

  @Test
  void firstProposalIsTheMostGenerousChoice() {
    CompositeTuner tuner = new CompositeTuner(workflow.problem(), 1);
    assertThat(tuner.ask(1)).containsExactly(workflow.problem().mostGenerous());
    assertThat(tuner.recommend()).isEqualTo(workflow.problem().mostGenerous());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void comesNearTheOracleWithFewBrokenRuns(long seed) {
    CompositeTuner tuner = new CompositeTuner(workflow.problem(), seed);
    int broken = 0;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 35; i++) {
      Choice choice = next(tuner);
      WorkflowRun run = workflow.run(choice, random);
      broken += run.latency(workflow.problem().graph()) > QOS ? 1 : 0;
      tuner.tell(choice, run);
    }
    Choice recommended = recommended(tuner);
    assertThat(workflow.feasible(recommended)).isTrue();
    assertThat(workflow.cost(recommended) / oracle).isLessThan(1.1);
    assertThat(broken).isLessThanOrEqualTo(3);
  }

  @Test
  void whenTheMostGenerousChoiceNeverSucceedsOthersAreTried() {
    CompositeTuner tuner = new CompositeTuner(workflow.problem(), 1);
    Choice first = next(tuner);
    WorkflowRun failed =
        new WorkflowRun(ImmutableList.copyOf(Collections.nCopies(3, StageRun.warm(1, false))));
    tuner.tell(first, failed);
    assertThat(next(tuner)).isNotEqualTo(first);
  }

  @Test
  void coldStartsKnownFromTheirRecordDoNotMisleadIt() {
    CompositeTuner tuner = new CompositeTuner(workflow.problem(), 1);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 40; i++) {
      Choice choice = next(tuner);
      WorkflowRun run = workflow.run(choice, random);
      boolean cold = i % 4 == 0;
      tuner.tell(
          choice,
          new WorkflowRun(
              run.stages().stream()
                  .map(
                      s -> cold ? new StageRun(3 * s.seconds(), s.succeeded(), 2 * s.seconds()) : s)
                  .collect(ImmutableList.toImmutableList())));
    }
    assertThat(workflow.feasible(recommended(tuner))).isTrue();
    assertThat(workflow.cost(recommended(tuner)) / oracle).isLessThan(1.15);
  }

  /** There all stages take twice as long, and so may the workflow. */
  @Test
  void whatStagesShowedInAnotherWorkflowSparesRunsInThisOne() {
    MeasuredWorkflow other = slower(2, 2 * QOS);
    int cold = 0;
    int warm = 0;
    for (long seed = 1; seed <= 5; seed++) {
      CompositeTuner taught = new CompositeTuner(workflow.problem(), seed);
      CompositeTuner elsewhere = new CompositeTuner(other.problem(), seed);
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < 20; i++) {
        Choice choice = next(elsewhere);
        WorkflowRun run = other.run(choice, random);
        elsewhere.tell(choice, run);
        for (int s = 0; s < run.stages().size(); s++) {
          taught.recall(s, choice.get(s), run.stages().get(s));
        }
      }
      warm += runsToGood(taught, seed);
      cold += runsToGood(new CompositeTuner(workflow.problem(), seed), seed);
    }
    assertThat(warm).isLessThanOrEqualTo(2 * cold / 3);
  }

  /** How many runs it takes until the recommendation meets the target near the oracle's cost. */
  private int runsToGood(CompositeTuner tuner, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int runs = 0;
    while (runs < 40 && !isGood(recommended(tuner))) {
      Choice choice = next(tuner);
      tuner.tell(choice, workflow.run(choice, random));
      runs++;
    }
    return runs;
  }

  private boolean isGood(Choice choice) {
    return workflow.feasible(choice) && workflow.cost(choice) / oracle < 1.03;
  }

  @Test
  void theSameSeedGivesTheSameProposals() {
    CompositeTuner one = new CompositeTuner(workflow.problem(), 5);
    CompositeTuner other = new CompositeTuner(workflow.problem(), 5);
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 6; i++) {
      Choice choice = next(one);
      assertThat(next(other)).isEqualTo(choice);
      WorkflowRun run = workflow.run(choice, random);
      one.tell(choice, run);
      other.tell(choice, run);
    }
  }

  @Test
  void oneRunInFiveFiveTimesSlowerMisleadsOnlyTheUndefended() {
    UnaryOperator<StageRun> fivefold = run -> StageRun.warm(5 * run.seconds(), run.succeeded());
    double defended = 0;
    double undefended = 0;
    for (long seed = 1; seed <= 3; seed++) {
      defended += costWithFaults(true, seed, 0.2, fivefold);
      undefended += costWithFaults(false, seed, 0.2, fivefold);
    }
    assertThat(defended / 3).as("with room for QoS in spite of outliers").isLessThan(1.25);
    assertThat(undefended).isGreaterThan(defended);
  }

  /** Cost over the oracle after 40 runs in which stages suffer a fault with a probability. */
  private double costWithFaults(
      boolean defended, long seed, double probability, UnaryOperator<StageRun> fault) {
    CompositeTuner tuner = new CompositeTuner(workflow.problem(), defended, seed);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 40; i++) {
      Choice choice = next(tuner);
      tuner.tell(
          choice,
          new WorkflowRun(
              workflow.run(choice, random).stages().stream()
                  .map(run -> random.nextDouble() < probability / 3 ? fault.apply(run) : run)
                  .collect(ImmutableList.toImmutableList())));
    }
    return workflow.cost(recommended(tuner)) / oracle;
  }

  @Test
  void aStageThatBecomesTwiceAsSlowIsNoticedAndTheTargetMetAgain() {
    assertThat(recoversFromDrift(true, 2)).isTrue();
  }

  private boolean recoversFromDrift(boolean defended, double factor) {
    MeasuredWorkflow roomy = SyntheticWorkflows.chain(SyntheticWorkflows.THREE, 8, 0.05, 3);
    MeasuredWorkflow slower = slower(factor, 8);
    CompositeTuner tuner = new CompositeTuner(roomy.problem(), defended, 2);
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 50; i++) {
      Choice choice = next(tuner);
      tuner.tell(choice, (i < 20 ? roomy : slower).run(choice, random));
    }
    return slower.feasible(recommended(tuner));
  }

  /** The first and the last configurations took twice the target, one between them half of it. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theOnlyChoiceThatEverMetTheTargetIsMadeSureOf(long seed) {
    CompositeTuner tuner = new CompositeTuner(workflow.problem(), seed);
    int size = workflow.problem().stages().get(0).size();
    Choice met = Choice.of(size / 2, size / 2, size / 2);
    for (int c = 0; c < size / 4; c++) {
      tuner.tell(Choice.of(c, c, c), each(2 * QOS / 3));
      tuner.tell(Choice.of(size - 1 - c, size - 1 - c, size - 1 - c), each(2 * QOS / 3));
    }
    tuner.tell(met, each(QOS / 6));
    assertThat(recommended(tuner)).isEqualTo(met);
    assertThat(tuner.ask(1)).containsExactly(met);
  }

  private static WorkflowRun each(double seconds) {
    return new WorkflowRun(
        ImmutableList.copyOf(Collections.nCopies(3, StageRun.warm(seconds, true))));
  }

  private static MeasuredWorkflow slower(double factor, double qosSeconds) {
    return SyntheticWorkflows.chain(
        SyntheticWorkflows.THREE.stream()
            .map(
                s ->
                    new SyntheticWorkflows.Shape(
                        factor * s.serial(), factor * s.parallel(), s.threads(), s.neededGib()))
            .toList(),
        qosSeconds,
        0.05,
        3);
  }

  @Test
  void aStageThatStartsToFailIsGivenMoreMemory() {
    MeasuredWorkflow hungrier =
        SyntheticWorkflows.chain(
            SyntheticWorkflows.THREE.stream()
                .map(s -> new SyntheticWorkflows.Shape(s.serial(), s.parallel(), s.threads(), 1.5))
                .toList(),
            QOS,
            0.05,
            3);
    CompositeTuner tuner = new CompositeTuner(workflow.problem(), 4);
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 50; i++) {
      Choice choice = next(tuner);
      tuner.tell(choice, (i < 20 ? workflow : hungrier).run(choice, random));
    }
    assertThat(hungrier.feasible(recommended(tuner))).isTrue();
  }

  private static Choice next(CompositeTuner tuner) {
    tuner.review();
    return tuner.ask(1).get(0);
  }

  private static Choice recommended(CompositeTuner tuner) {
    tuner.review();
    return tuner.recommend();
  }
}
