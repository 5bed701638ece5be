/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import com.google.common.collect.ImmutableList;

/** One run of a workflow: the observation of each stage. */
public record WorkflowRun(ImmutableList<StageRun> stages) {

  /** End-to-end latency in seconds; infinite when a stage failed. */
  public double latency(WorkflowGraph graph) {
    return graph.endToEnd(stages.stream().mapToDouble(StageRun::latency).toArray());
  }

  /** Cost of the run with the given choice, in the currency of the prices. */
  public double cost(WorkflowProblem problem, Choice choice) {
    double sum = 0;
    for (int s = 0; s < stages.size(); s++) {
      sum += stages.get(s).seconds() * problem.rate(s, choice.get(s));
    }
    return sum;
  }
}
