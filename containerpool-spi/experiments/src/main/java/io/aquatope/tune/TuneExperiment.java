/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import com.google.common.collect.ImmutableList;
import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.MeasuredWorkflow;
import io.aquatope.models.workflow.WorkflowRun;
import io.aquatope.models.workflow.WorkflowTuner;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Runs methods on one measured workflow, which may have a fault. Recommendations are scored by the
 * workflow's behaviour at that time, without outliers.
 */
final class TuneExperiment {

  private static final int FRESH_RUNS = 1000;

  private final RecommendationScorer before;
  private final RecommendationScorer after;
  private final InjectedFault fault;
  private final int budget;

  /**
   * An experiment of {@code budget} evaluations per seed.
   *
   * @throws IllegalArgumentException if no choice meets QoS, before or after the fault
   */
  TuneExperiment(String name, MeasuredWorkflow workflow, InjectedFault fault, int budget) {
    this.fault = fault;
    this.budget = budget;
    before = new RecommendationScorer(name, workflow);
    MeasuredWorkflow later = fault.later(workflow);
    after =
        later == workflow
            ? before
            : new RecommendationScorer(name + " with fault " + fault.label(), later);
  }

  double oracleCost() {
    return before.oracle().cost();
  }

  /** One course of {@code method} for each seed. */
  ImmutableList<TuningTrajectory> run(TuningMethod method, int batch, int seeds) {
    ImmutableList.Builder<TuningTrajectory> trajectories = ImmutableList.builder();
    for (int seed = 0; seed < seeds; seed++) {
      WorkflowTuner tuner =
          method.tuner(before.workflow().problem(), before.oracle().choice(), seed);
      trajectories.add(
          run(
              tuner,
              batch == 0 ? method.batch() : batch,
              new SplittableRandom(1_000L + seed),
              new SplittableRandom(2_000L + seed)));
    }
    return trajectories.build();
  }

  private TuningTrajectory run(
      WorkflowTuner tuner, int batch, SplittableRandom runs, SplittableRandom faults) {
    ImmutableList.Builder<TuningTrajectory.Step> steps = ImmutableList.builder();
    ImmutableList.Builder<Double> askMillis = ImmutableList.builder();
    Choice recommended = before.workflow().problem().mostGenerous();
    for (int done = 0; done < budget; ) {
      long start = System.nanoTime();
      List<Choice> proposals = tuner.ask(Math.min(batch, budget - done));
      askMillis.add((System.nanoTime() - start) / 1e6);
      for (Choice choice : proposals) {
        RecommendationScorer now = done < budget / 2 ? before : after;
        WorkflowRun undisturbed = now.workflow().run(choice, runs);
        WorkflowRun run = fault.disturb(undisturbed, faults);
        tuner.tell(choice, run);
        tuner.review();
        recommended = tuner.recommend();
        RecommendationScorer.Verdict verdict = now.verdict(recommended);
        steps.add(
            new TuningTrajectory.Step(
                now.broken(run),
                now.broken(undisturbed),
                verdict.costOverOracle(),
                verdict.feasible()));
        done++;
      }
    }
    return new TuningTrajectory(steps.build(), askMillis.build(), freshBroken(recommended, runs));
  }

  private double freshBroken(Choice choice, SplittableRandom random) {
    int broken = 0;
    for (int i = 0; i < FRESH_RUNS; i++) {
      broken += after.broken(after.workflow().run(choice, random)) ? 1 : 0;
    }
    return (double) broken / FRESH_RUNS;
  }
}
