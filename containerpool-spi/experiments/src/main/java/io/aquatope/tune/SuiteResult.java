/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The results of {@code tune} over many workflows; the components are the keys of its JSON.
 *
 * @param methods one for each method, the default first
 * @param workflows each workflow's own result
 */
public record SuiteResult(ImmutableList<Method> methods, ImmutableList<TuneResult> workflows) {

  /**
   * One method over all workflows and seeds.
   *
   * @param method its name
   * @param evaluationsTo5Percent as in {@link TuneResult.Method}
   * @param costOverOracle as in {@link TuneResult.Method}
   * @param violatingEvaluationShare share of all evaluations that violated QoS
   * @param lateViolationShare share of the second half's evaluations that violated QoS by
   *     themselves, without injected outliers
   * @param infeasibleShare share of the last recommendations that truly miss the latency quantile
   * @param askMillis time per call for proposals
   * @param course by evaluation; not part of the JSON
   */
  public record Method(
      String method,
      Spread evaluationsTo5Percent,
      Spread costOverOracle,
      SuiteEstimate violatingEvaluationShare,
      SuiteEstimate lateViolationShare,
      SuiteEstimate infeasibleShare,
      SamplePercentiles.OfTimes askMillis,
      @JsonIgnore TuneResult.Course course) {

    private static Method of(TuningMethod method, List<ImmutableList<TuningTrajectory>> workflows) {
      ImmutableList<TuningTrajectory> all =
          workflows.stream().flatMap(List::stream).collect(ImmutableList.toImmutableList());
      return new Method(
          method.label(),
          Spread.of(samples(workflows, t -> t.evaluationsTo(0.05))),
          Spread.of(samples(workflows, t -> t.last().costOverOracle())),
          mean(samples(workflows, TuningTrajectory::brokenShare)),
          mean(samples(workflows, TuningTrajectory::lateBrokenShare)),
          mean(samples(workflows, t -> t.last().feasible() ? 0 : 1)),
          SamplePercentiles.OfTimes.of(all.stream().flatMap(t -> t.askMillis().stream()).toList()),
          TuneResult.Course.of(all));
    }
  }

  /** The middle and the upper end over all workflows and seeds. */
  public record Spread(SuiteEstimate median, SuiteEstimate p90) {

    private static Spread of(List<double[]> samples) {
      return new Spread(
          SuiteEstimate.of(samples, v -> SamplePercentiles.of(v, 50)),
          SuiteEstimate.of(samples, v -> SamplePercentiles.of(v, 90)));
    }
  }

  static SuiteResult of(List<WorkflowComparison> comparisons) {
    ImmutableList.Builder<Method> methods = ImmutableList.builder();
    for (TuningMethod method : comparisons.get(0).courses().keySet()) {
      methods.add(
          Method.of(
              method,
              comparisons.stream().map(comparison -> courses(comparison, method)).toList()));
    }
    return new SuiteResult(
        methods.build(),
        comparisons.stream().map(TuneResult::of).collect(ImmutableList.toImmutableList()));
  }

  private static ImmutableList<TuningTrajectory> courses(
      WorkflowComparison comparison, TuningMethod method) {
    return comparison.courses().getOrDefault(method, ImmutableList.of());
  }

  private static SuiteEstimate mean(List<double[]> samples) {
    return SuiteEstimate.of(samples, values -> Arrays.stream(values).average().orElse(Double.NaN));
  }

  private static List<double[]> samples(
      List<ImmutableList<TuningTrajectory>> workflows, ToDoubleFunction<TuningTrajectory> value) {
    return workflows.stream().map(seeds -> seeds.stream().mapToDouble(value).toArray()).toList();
  }
}
