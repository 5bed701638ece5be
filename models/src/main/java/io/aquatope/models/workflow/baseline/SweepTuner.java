/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline;

import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.WorkflowProblem;
import io.aquatope.models.workflow.WorkflowRun;
import io.aquatope.models.workflow.WorkflowTuner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A fixed list of choices, run one after another in a cycle; the cheapest one that never violated
 * QoS wins.
 */
public final class SweepTuner implements WorkflowTuner {

  private static final int GRID_CPU = 6;
  private static final int GRID_MEMORY = 4;
  private static final int PROPORTIONAL_SIZES = 16;

  private final List<Choice> sweep;
  private final TunerHistory observed;
  private int next;

  private SweepTuner(WorkflowProblem problem, List<Choice> sweep) {
    this.sweep = sweep;
    observed = new TunerHistory(problem);
  }

  /** A coarse grid of CPU and memory, the same shares of the greatest size for all stages. */
  public static SweepTuner grid(WorkflowProblem problem) {
    List<Choice> sweep = new ArrayList<>();
    for (int c = GRID_CPU; c >= 1; c--) {
      for (int m = GRID_MEMORY; m >= 1; m--) {
        sweep.add(nearest(problem, (double) c / GRID_CPU, (double) m / GRID_MEMORY));
      }
    }
    return new SweepTuner(problem, sweep.stream().distinct().toList());
  }

  /**
   * CPU in proportion to memory, as OpenWhisk and AWS Lambda give it: a sweep of memory sizes, the
   * same share of the greatest size for all stages.
   */
  public static SweepTuner proportional(WorkflowProblem problem) {
    List<Choice> sweep = new ArrayList<>();
    for (int m = PROPORTIONAL_SIZES; m >= 1; m--) {
      double share = (double) m / PROPORTIONAL_SIZES;
      sweep.add(nearest(problem, share, share));
    }
    return new SweepTuner(problem, sweep.stream().distinct().toList());
  }

  private static Choice nearest(WorkflowProblem problem, double cpu, double memory) {
    return Choice.of(
        IntStream.range(0, problem.size())
            .map(s -> new StageGrid(problem.stages().get(s)).nearest(cpu, memory))
            .toArray());
  }

  @Override
  public List<Choice> ask(int q) {
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < q; i++) {
      choices.add(sweep.get(next++ % sweep.size()));
    }
    return choices;
  }

  @Override
  public void tell(Choice choice, WorkflowRun run) {
    observed.add(choice, run);
  }

  @Override
  public Choice recommend() {
    return observed.best();
  }
}
