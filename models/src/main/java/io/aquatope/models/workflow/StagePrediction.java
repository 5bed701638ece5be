/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import io.aquatope.models.gp.Posterior;

/**
 * What is believed of one stage: for each candidate the log of its typical latency, jointly
 * Gaussian, the scatter of single runs around it, and the probability of failure.
 *
 * @param logLatency joint posterior of log seconds over the candidates
 * @param noise standard deviation of a single run's log latency
 * @param failure probability of failure of each candidate
 */
@SuppressWarnings("ArrayRecordComponent") // handed out once, to its only owner
record StagePrediction(Posterior logLatency, double noise, double[] failure) {

  int size() {
    return failure.length;
  }

  double mean(int candidate) {
    return logLatency.means()[candidate];
  }

  double deviation(int candidate) {
    return Math.sqrt(logLatency.variance(candidate));
  }

  /** Expected seconds of a run. */
  double expectedSeconds(int candidate) {
    double variance = logLatency.variance(candidate) + noise * noise;
    return Math.exp(mean(candidate) + 0.5 * variance);
  }
}
