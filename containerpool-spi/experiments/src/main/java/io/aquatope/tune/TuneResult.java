/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.google.common.collect.ImmutableList;

/**
 * The results of {@code tune} on one workflow; the components are the keys of its JSON.
 *
 * @param workflow name in the workflow file
 * @param oracleCost expected cost per run of the best choice
 * @param results one for each method, in the order of the options, the default method first
 */
public record TuneResult(String workflow, double oracleCost, ImmutableList<Method> results) {

  static TuneResult of(WorkflowComparison comparison) {
    return new TuneResult(
        comparison.workflow(),
        comparison.oracleCost(),
        comparison.courses().entrySet().stream()
            .map(entry -> Method.of(entry.getKey().label(), entry.getValue()))
            .collect(ImmutableList.toImmutableList()));
  }

  /**
   * One method over all seeds.
   *
   * @param method its name
   * @param costOverOracle true cost of the last recommendation over the oracle's; below 1 only if
   *     the recommendation does not meet QoS
   * @param evaluationsTo5Percent evaluations after which the recommendation truly met the latency
   *     quantile at no more than 1.05 times the oracle's cost and did so until the end; budget + 1
   *     if that never happened
   * @param violatingEvaluationShare share of all evaluations that violated QoS
   * @param finalViolationShare share of fresh runs of the last recommendations that violated QoS
   * @param askMillis time per call for proposals
   * @param course by evaluation; not part of the JSON
   */
  public record Method(
      String method,
      SamplePercentiles.OverSeeds costOverOracle,
      SamplePercentiles.OverSeeds evaluationsTo5Percent,
      double violatingEvaluationShare,
      double finalViolationShare,
      SamplePercentiles.OfTimes askMillis,
      @JsonIgnore Course course) {

    static Method of(String method, ImmutableList<TuningTrajectory> seeds) {
      return new Method(
          method,
          SamplePercentiles.OverSeeds.of(
              seeds.stream().map(t -> t.last().costOverOracle()).toList()),
          SamplePercentiles.OverSeeds.of(
              seeds.stream().map(t -> (double) t.evaluationsTo(0.05)).toList()),
          seeds.stream().mapToDouble(TuningTrajectory::brokenShare).average().orElseThrow(),
          seeds.stream().mapToDouble(TuningTrajectory::finalBrokenShare).average().orElseThrow(),
          SamplePercentiles.OfTimes.of(
              seeds.stream().flatMap(t -> t.askMillis().stream()).toList()),
          Course.of(seeds));
    }
  }

  /**
   * One method's course over all seeds; element i is after i + 1 evaluations.
   *
   * @param medianCost median true cost of the recommendation over the oracle's
   * @param settledShare share of seeds that had settled within 5 % of the oracle's cost
   */
  public record Course(ImmutableList<Double> medianCost, ImmutableList<Double> settledShare) {

    static Course of(ImmutableList<TuningTrajectory> seeds) {
      ImmutableList.Builder<Double> medianCost = ImmutableList.builder();
      ImmutableList.Builder<Double> settledShare = ImmutableList.builder();
      for (int i = 0; i < seeds.get(0).steps().size(); i++) {
        int step = i;
        medianCost.add(
            SamplePercentiles.OverSeeds.of(
                    seeds.stream().map(t -> t.steps().get(step).costOverOracle()).toList())
                .median());
        settledShare.add(
            (double) seeds.stream().filter(t -> t.evaluationsTo(0.05) <= step + 1).count()
                / seeds.size());
      }
      return new Course(medianCost.build(), settledShare.build());
    }
  }
}
