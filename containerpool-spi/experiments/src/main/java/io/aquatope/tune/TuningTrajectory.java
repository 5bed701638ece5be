/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * One method's course on one workflow from one seed.
 *
 * @param steps one for each evaluation
 * @param askMillis duration of each call for proposals
 * @param finalBrokenShare share of fresh runs of the last recommendation that violated QoS
 */
record TuningTrajectory(
    ImmutableList<Step> steps, ImmutableList<Double> askMillis, double finalBrokenShare) {

  /**
   * The state after one evaluation.
   *
   * @param broke whether the evaluation violated QoS
   * @param brokeByItself whether it would have violated QoS without an injected outlier
   * @param costOverOracle true cost of the recommendation over the oracle's
   * @param feasible whether the recommendation truly meets the latency quantile
   */
  record Step(boolean broke, boolean brokeByItself, double costOverOracle, boolean feasible) {}

  Step last() {
    return steps.get(steps.size() - 1);
  }

  /**
   * The number of evaluations after which the recommendation is feasible and costs at most (1 +
   * {@code tolerance}) times the oracle, and stays so until the end of the budget; budget + 1 if
   * that never happened.
   */
  int evaluationsTo(double tolerance) {
    int n = steps.size() + 1;
    while (n > 1
        && steps.get(n - 2).feasible()
        && steps.get(n - 2).costOverOracle() <= 1 + tolerance) {
      n--;
    }
    return n;
  }

  double brokenShare() {
    return (double) steps.stream().filter(Step::broke).count() / steps.size();
  }

  /** Share of the second half's evaluations that violated QoS by themselves. */
  double lateBrokenShare() {
    List<Step> late = steps.subList(steps.size() / 2, steps.size());
    return (double) late.stream().filter(Step::brokeByItself).count() / late.size();
  }
}
