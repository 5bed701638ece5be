/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.google.common.collect.ImmutableList;
import io.aquatope.backtest.ConfidenceInterval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The results of {@code evaluate}; the components are the keys of its JSON.
 *
 * @param results one for each workflow and method
 * @param summary one for each method
 * @param arrivals the source of each workflow's requests; not part of the JSON
 */
public record EvaluationResult(
    ImmutableList<Result> results,
    ImmutableList<Summary> summary,
    @JsonIgnore ImmutableList<String> arrivals) {

  /**
   * One workflow under one method, over all seeds.
   *
   * @param requests of all seeds together
   * @param qosViolationRatio share of requests that took longer than the target, or failed
   * @param cost per request, in the currency of the workflow's prices
   * @param coldStartRatio share of stage activations for which a container had to be created
   * @param meetsQos whether no more requests than the target's quantile allows violate it
   * @param intervals not part of the JSON
   */
  public record Result(
      String workflow,
      String method,
      long requests,
      double qosViolationRatio,
      double cost,
      double coldStartRatio,
      boolean meetsQos,
      @JsonIgnore Intervals intervals) {}

  /**
   * Means over seeds with their 95 % intervals.
   *
   * @param violations of the violation ratio
   * @param costs of the cost
   */
  public record Intervals(ConfidenceInterval violations, ConfidenceInterval costs) {}

  /**
   * One method over all workflows, each of which counts the same.
   *
   * @param violationsOverBestOther its mean violation ratio over the least one of the other methods
   *     that do not know the workflow's graph; null if there is no such method or its ratio is 0
   * @param costOverBestQosMeeting its cost over the least one of the other methods that meet QoS,
   *     excluding the oracle
   * @param violations its violation ratio, mean over workflows and seeds with the 95 % interval
   *     over seeds; not part of the JSON
   * @param costs the same of costOverBestQosMeeting; not part of the JSON
   * @param meetsQos number of workflows whose QoS it meets; not part of the JSON
   */
  public record Summary(
      String method,
      @Nullable Double violationsOverBestOther,
      CostRatio costOverBestQosMeeting,
      @JsonIgnore ConfidenceInterval violations,
      @JsonIgnore @Nullable ConfidenceInterval costs,
      @JsonIgnore int meetsQos) {}

  /**
   * Cost ratio over the workflows whose QoS another method meets; null without such workflows.
   *
   * @param mean of the workflows' ratios
   * @param min the least of them
   */
  public record CostRatio(@Nullable Double mean, @Nullable Double min) {

    static CostRatio of(List<Double> ratios) {
      return ratios.isEmpty()
          ? new CostRatio(null, null)
          : new CostRatio(
              ratios.stream().mapToDouble(r -> r).average().orElseThrow(),
              ratios.stream().mapToDouble(r -> r).min().orElseThrow());
    }
  }
}
