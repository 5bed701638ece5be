/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline;

import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.WorkflowProblem;
import io.aquatope.models.workflow.WorkflowRun;
import java.util.LinkedHashMap;
import java.util.Map;

/** Observations of each choice; the best one is the cheapest that never violated QoS. */
final class TunerHistory {

  private final WorkflowProblem problem;
  private final Map<Choice, Tally> tallies = new LinkedHashMap<>();

  private record Tally(int runs, int broken, double cost) {

    Tally plus(boolean broke, double runCost) {
      return new Tally(runs + 1, broken + (broke ? 1 : 0), cost + runCost);
    }

    double meanCost() {
      return cost / runs;
    }
  }

  TunerHistory(WorkflowProblem problem) {
    this.problem = problem;
  }

  /** Records a run; returns whether it violated QoS. */
  boolean add(Choice choice, WorkflowRun run) {
    boolean broke = problem.broken(run.latency(problem.graph()));
    tallies.merge(
        choice,
        new Tally(1, broke ? 1 : 0, run.cost(problem, choice)),
        (old, one) -> old.plus(broke, one.cost));
    return broke;
  }

  double meanCost(Choice choice) {
    Tally tally = tallies.get(choice);
    return tally == null ? Double.POSITIVE_INFINITY : tally.meanCost();
  }

  /** The cheapest choice that never violated QoS, or the most generous one. */
  Choice best() {
    Choice best = problem.mostGenerous();
    double least = Double.POSITIVE_INFINITY;
    for (Map.Entry<Choice, Tally> entry : tallies.entrySet()) {
      if (entry.getValue().broken == 0 && entry.getValue().meanCost() < least) {
        least = entry.getValue().meanCost();
        best = entry.getKey();
      }
    }
    return best;
  }
}
