/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

/**
 * Contribution of one stage's latency to the end-to-end latency while all other stages are fixed:
 * {@code endToEnd = max(without, with + latency)}, for each of many runs.
 *
 * @param without length of the longest path that avoids the stage, -infinity if there is none
 * @param with length of the longest path through the stage, the stage itself left out
 */
@SuppressWarnings("ArrayRecordComponent") // handed out once, to its only owner
public record StageSlack(double[] without, double[] with) {

  /** End-to-end latencies when the stage takes {@code latencies}, one per run. */
  public double[] endToEnd(double[] latencies) {
    double[] ends = new double[latencies.length];
    for (int r = 0; r < ends.length; r++) {
      ends[r] = Math.max(without[r], with[r] + latencies[r]);
    }
    return ends;
  }
}
