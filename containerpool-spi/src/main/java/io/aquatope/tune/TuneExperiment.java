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
 * Runs methods on one measured workflow, which may suffer a fault: what is recommended is judged by
 * how the workflow behaves at the time, and outliers apart.
 */
final class TuneExperiment {

  private static final int FRESH_RUNS = 1000;

  private final Judge before;
  private final Judge after;
  private final Fault fault;
  private final int budget;

  /**
   * An experiment of {@code budget} evaluations per seed.
   *
   * @throws IllegalArgumentException if no choice meets QoS, before or after the fault
   */
  TuneExperiment(String name, MeasuredWorkflow workflow, Fault fault, int budget) {
    this.fault = fault;
    this.budget = budget;
    before = new Judge(name, workflow);
    MeasuredWorkflow later = fault.later(workflow);
    after = later == workflow ? before : new Judge(name + " with fault " + fault.label(), later);
  }

  double oracleCost() {
    return before.oracle().cost();
  }

  /** One course of {@code method} for each seed. */
  ImmutableList<Trajectory> run(TuningMethod method, int batch, int seeds) {
    ImmutableList.Builder<Trajectory> trajectories = ImmutableList.builder();
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

  private Trajectory run(
      WorkflowTuner tuner, int batch, SplittableRandom runs, SplittableRandom faults) {
    ImmutableList.Builder<Trajectory.Step> steps = ImmutableList.builder();
    ImmutableList.Builder<Double> askMillis = ImmutableList.builder();
    Choice recommended = before.workflow().problem().mostGenerous();
    for (int done = 0; done < budget; ) {
      long start = System.nanoTime();
      List<Choice> proposals = tuner.ask(Math.min(batch, budget - done));
      askMillis.add((System.nanoTime() - start) / 1e6);
      for (Choice choice : proposals) {
        Judge now = done < budget / 2 ? before : after;
        WorkflowRun undisturbed = now.workflow().run(choice, runs);
        WorkflowRun run = fault.disturb(undisturbed, faults);
        tuner.tell(choice, run);
        recommended = tuner.recommend();
        Judge.Verdict verdict = now.verdict(recommended);
        steps.add(
            new Trajectory.Step(
                now.broken(run),
                now.broken(undisturbed),
                verdict.costOverOracle(),
                verdict.feasible()));
        done++;
      }
    }
    return new Trajectory(steps.build(), askMillis.build(), freshBroken(recommended, runs));
  }

  private double freshBroken(Choice choice, SplittableRandom random) {
    int broken = 0;
    for (int i = 0; i < FRESH_RUNS; i++) {
      broken += after.broken(after.workflow().run(choice, random)) ? 1 : 0;
    }
    return (double) broken / FRESH_RUNS;
  }
}
