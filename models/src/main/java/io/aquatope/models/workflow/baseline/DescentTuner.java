/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline;

import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.StageSpace;
import io.aquatope.models.workflow.WorkflowProblem;
import io.aquatope.models.workflow.WorkflowRun;
import io.aquatope.models.workflow.WorkflowTuner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/**
 * Descent from the most generous choice by one resource of one stage at a time. A step that keeps
 * QoS and lowers the observed cost is accepted. Any other step is undone and its length halved,
 * until all steps are used up.
 *
 * <p>There are two forms. {@link #maff} visits all resources in turn with steps proportional to the
 * present size, like the self-adaptive gradient descent of MAFF (Zubko et al., 2022). {@link #aarc}
 * finishes one stage before the next, slowest stage of the first run first, CPU before memory, like
 * the graph-centric decoupled search of AARC (arXiv 2502.20846).
 */
public final class DescentTuner implements WorkflowTuner {

  private static final double FIRST_STEP = 0.5;
  private static final double LAST_STEP = 0.05;

  private final WorkflowProblem problem;
  private final List<StageGrid> grids;
  private final boolean stageByStage;
  private final TunerHistory observed;
  private final List<Axis> axes = new ArrayList<>();
  private Choice present;
  private Choice trial;
  private boolean started;

  private static final class Axis {
    private final int stage;
    private final boolean cpu;
    private double step = FIRST_STEP;

    private Axis(int stage, boolean cpu) {
      this.stage = stage;
      this.cpu = cpu;
    }
  }

  private DescentTuner(WorkflowProblem problem, boolean stageByStage) {
    this.problem = problem;
    this.stageByStage = stageByStage;
    grids = problem.stages().stream().map((StageSpace s) -> new StageGrid(s)).toList();
    observed = new TunerHistory(problem);
    present = problem.mostGenerous();
    trial = present;
  }

  public static DescentTuner maff(WorkflowProblem problem) {
    return new DescentTuner(problem, false);
  }

  public static DescentTuner aarc(WorkflowProblem problem) {
    return new DescentTuner(problem, true);
  }

  @Override
  public List<Choice> ask(int q) {
    return Collections.nCopies(q, trial);
  }

  @Override
  public void tell(Choice choice, WorkflowRun run) {
    boolean broke = observed.add(choice, run);
    if (!started) {
      started = true;
      order(run);
    } else if (!axes.isEmpty() && choice.equals(trial) && !trial.equals(present)) {
      Axis axis = axes.get(0);
      if (!broke && observed.meanCost(trial) < observed.meanCost(present)) {
        present = trial;
      } else {
        axis.step /= 2;
      }
      if (axis.step < LAST_STEP) {
        axes.remove(0);
      } else if (!stageByStage) {
        Collections.rotate(axes, -1);
      }
    }
    trial = nextTrial();
  }

  @Override
  public Choice recommend() {
    return present;
  }

  private void order(WorkflowRun run) {
    double[] seconds = run.stages().stream().mapToDouble(r -> r.seconds()).toArray();
    List<Integer> critical = new ArrayList<>(problem.graph().criticalPath(seconds));
    critical.sort((a, b) -> Double.compare(seconds[b], seconds[a]));
    for (int s = 0; s < seconds.length; s++) {
      if (!critical.contains(s)) {
        critical.add(s);
      }
    }
    for (int stage : critical) {
      axes.add(new Axis(stage, true));
      axes.add(new Axis(stage, false));
    }
  }

  private Choice nextTrial() {
    while (!axes.isEmpty()) {
      Axis axis = axes.get(0);
      StageGrid grid = grids.get(axis.stage);
      int from = present.get(axis.stage);
      OptionalInt to =
          axis.cpu
              ? grid.lessCpu(from, grid.cpu(from) * (1 - axis.step))
              : grid.lessMemory(from, grid.memory(from) * (1 - axis.step));
      if (to.isPresent()) {
        int[] next = present.toArray();
        next[axis.stage] = to.getAsInt();
        return Choice.of(next);
      }
      axis.step /= 2;
      if (axis.step < LAST_STEP) {
        axes.remove(0);
      }
    }
    return present;
  }
}
