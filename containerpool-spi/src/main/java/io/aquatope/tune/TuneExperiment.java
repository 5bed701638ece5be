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
 * Runs one method on one measured workflow.
 *
 * @param workflow where repetitions are drawn from
 * @param oracleCost what the best choice costs
 * @param budget evaluations per seed
 */
record TuneExperiment(MeasuredWorkflow workflow, double oracleCost, int budget) {

  private static final int FRESH_RUNS = 1000;

  /** One course of {@code tuner}, which is asked for {@code batch} proposals at a time. */
  Trajectory run(WorkflowTuner tuner, int batch, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ImmutableList.Builder<Trajectory.Step> steps = ImmutableList.builder();
    ImmutableList.Builder<Double> askMillis = ImmutableList.builder();
    Choice recommended = workflow.problem().mostGenerous();
    for (int done = 0; done < budget; ) {
      long start = System.nanoTime();
      List<Choice> proposals = tuner.ask(Math.min(batch, budget - done));
      askMillis.add((System.nanoTime() - start) / 1e6);
      for (Choice choice : proposals) {
        WorkflowRun run = workflow.run(choice, random);
        tuner.tell(choice, run);
        recommended = tuner.recommend();
        steps.add(
            new Trajectory.Step(
                workflow.problem().broken(run.latency(workflow.problem().graph())),
                workflow.cost(recommended) / oracleCost,
                workflow.feasible(recommended)));
        done++;
      }
    }
    return new Trajectory(steps.build(), askMillis.build(), freshBroken(recommended, random));
  }

  private double freshBroken(Choice choice, SplittableRandom random) {
    int broken = 0;
    for (int i = 0; i < FRESH_RUNS; i++) {
      WorkflowRun run = workflow.run(choice, random);
      broken += workflow.problem().broken(run.latency(workflow.problem().graph())) ? 1 : 0;
    }
    return (double) broken / FRESH_RUNS;
  }
}
