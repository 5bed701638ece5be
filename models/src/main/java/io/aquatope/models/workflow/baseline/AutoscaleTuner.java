/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline;

import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.StageSpace;
import io.aquatope.models.workflow.WorkflowProblem;
import io.aquatope.models.workflow.WorkflowRun;
import io.aquatope.models.workflow.WorkflowTuner;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Scaling by utilisation, as horizontal and vertical autoscalers do: each stage's CPU moves towards
 * {@code cores x utilisation / target}. Utilisation is the least observed CPU time of the stage
 * divided by the CPU time allotted in the last run. After a run that violated QoS all stages get
 * more. Memory stays at its maximum, as the utilisation of CPU gives no information about it.
 */
public final class AutoscaleTuner implements WorkflowTuner {

  private static final double TARGET = 0.7;
  private static final double RELIEF = 1.5;

  private final WorkflowProblem problem;
  private final List<StageGrid> grids;
  private final double[] leastCpuSeconds;
  private Choice present;

  public AutoscaleTuner(WorkflowProblem problem) {
    this.problem = problem;
    grids = problem.stages().stream().map((StageSpace s) -> new StageGrid(s)).toList();
    leastCpuSeconds = new double[problem.size()];
    Arrays.fill(leastCpuSeconds, Double.POSITIVE_INFINITY);
    present = problem.mostGenerous();
  }

  @Override
  public List<Choice> ask(int q) {
    return Collections.nCopies(q, present);
  }

  @Override
  public void tell(Choice choice, WorkflowRun run) {
    boolean broke = problem.broken(run.latency(problem.graph()));
    int[] next = choice.toArray();
    for (int s = 0; s < next.length; s++) {
      StageGrid grid = grids.get(s);
      int c = choice.get(s);
      double cpuSeconds = run.stages().get(s).seconds() * grid.cores(c);
      leastCpuSeconds[s] = Math.min(leastCpuSeconds[s], cpuSeconds);
      double factor = broke ? RELIEF : leastCpuSeconds[s] / cpuSeconds / TARGET;
      next[s] = grid.nearest(grid.cpu(c) * Math.max(0.7, factor), 1);
    }
    present = Choice.of(next);
  }

  @Override
  public Choice recommend() {
    return present;
  }
}
