/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import com.google.common.collect.ImmutableList;

/**
 * The problem that a tuner solves: find the cheapest choice of stage configurations for which the
 * {@code quantile} of the end-to-end latency is at most {@code qosSeconds}. A failed run counts as
 * infinitely long.
 *
 * @param graph order of the stages
 * @param stages their candidates, in the numbering of the graph
 * @param prices of CPU and memory
 * @param qosSeconds target, positive
 * @param quantile within (0, 1), for example 0.95
 */
public record WorkflowProblem(
    WorkflowGraph graph,
    ImmutableList<StageSpace> stages,
    ResourcePrices prices,
    double qosSeconds,
    double quantile) {

  public WorkflowProblem {
    if (graph.size() != stages.size()) {
      throw new IllegalArgumentException(
          "the graph has %s stages, the list %s".formatted(graph.size(), stages.size()));
    }
    if (!(qosSeconds > 0)) {
      throw new IllegalArgumentException("QoS target must be positive, was " + qosSeconds);
    }
    if (!(quantile > 0 && quantile < 1)) {
      throw new IllegalArgumentException("quantile must lie within (0, 1), was " + quantile);
    }
  }

  public int size() {
    return stages.size();
  }

  /** A copy with another target. */
  public WorkflowProblem within(double otherQosSeconds) {
    return new WorkflowProblem(graph, stages, prices, otherQosSeconds, quantile);
  }

  /**
   * A copy with a margin for planning: the choice may cause only this part of the violations that
   * the quantile tolerates. The rest is reserved for cold starts and other violations that no
   * choice prevents.
   */
  public WorkflowProblem planned(double margin) {
    return new WorkflowProblem(graph, stages, prices, qosSeconds, 1 - (1 - quantile) * margin);
  }

  /** Price of one second of stage {@code stage} in configuration {@code candidate}. */
  public double rate(int stage, int candidate) {
    return prices.rate(stages.get(stage).candidates().get(candidate));
  }

  /** Whether a run with this end-to-end latency violates QoS. */
  public boolean broken(double latencySeconds) {
    return latencySeconds > qosSeconds;
  }

  /** Every stage at its most generous configuration. */
  public Choice mostGenerous() {
    return Choice.of(stages.stream().mapToInt(StageSpace::mostGenerous).toArray());
  }
}
