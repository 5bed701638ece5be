/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.search;

import io.aquatope.models.workflow.belief.StageDraws;

/**
 * Believed performance of a choice against QoS.
 *
 * @param broken probability that the next run violates QoS, all uncertainty included
 * @param feasible probability that the choice meets the latency quantile
 */
record ViolationRisk(double broken, double feasible) {

  /** Greatest latency that is distinguished, in deadlines; anything longer counts the same. */
  private static final double TOO_LONG = 3;

  /** Share of runs that take longer than {@code deadline}. */
  static double broken(double[] latencies, double deadline) {
    int broken = 0;
    for (double latency : latencies) {
      broken += latency > deadline ? 1 : 0;
    }
    return (double) broken / latencies.length;
  }

  /** A pessimistic value of latencies, some of which may be infinite. */
  static double upper(double[] latencies, double deadline) {
    double most = TOO_LONG * deadline;
    double sum = 0;
    double squares = 0;
    for (double latency : latencies) {
      double l = Math.min(latency, most);
      sum += l;
      squares += l * l;
    }
    double mean = sum / latencies.length;
    return mean + 1.6 * Math.sqrt(Math.max(0, squares / latencies.length - mean * mean));
  }

  /** The risk by runs in groups, one group per belief. */
  static ViolationRisk of(double[] latencies, double deadline, double quantile) {
    int total = 0;
    int feasible = 0;
    for (int b = 0, r = 0; b < StageDraws.BELIEFS; b++) {
      int broken = 0;
      for (int i = 0; i < StageDraws.RUNS; i++, r++) {
        broken += latencies[r] > deadline ? 1 : 0;
      }
      total += broken;
      feasible += broken <= (1 - quantile) * StageDraws.RUNS ? 1 : 0;
    }
    return new ViolationRisk(
        (double) total / latencies.length, (double) feasible / StageDraws.BELIEFS);
  }
}
