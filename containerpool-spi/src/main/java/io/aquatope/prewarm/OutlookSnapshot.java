/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.models.distribution.PredictiveDistribution;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.prewarm.forecast.FallbackReason;
import java.util.Optional;

/**
 * State and assessment of one function by the policy {@code aquatope} at one time.
 *
 * @param trouble why OpenWhisk's rule decides about it; empty if forecasts do
 * @param coverage the running share of windows whose demand lay in the central 98 % of its forecast
 * @param demand number of containers busy at a time in the present window, as forecast before the
 *     window began; empty if there is no such forecast
 * @param expectedCalls number of calls expected within the length of a window from now
 * @param coldSeconds duration of a cold start
 * @param initSeconds duration of the initialisation, which is part of a cold start
 * @param runSeconds how long a call keeps a container busy
 * @param worth assessment of its containers in the last slot; empty if no call was expected
 */
public record OutlookSnapshot(
    FunctionSpec function,
    Optional<FallbackReason> trouble,
    double coverage,
    Optional<PredictiveDistribution> demand,
    double expectedCalls,
    double coldSeconds,
    double initSeconds,
    double runSeconds,
    Optional<Worth> worth) {

  /**
   * Number of ready containers that a function should have, and the value of the last of them.
   *
   * @param wanted the number
   * @param probability that the last of them is needed in the slot, or the first if none is wanted
   * @param source origin of the probability
   * @param valueSeconds the delay that having it is expected to save, in seconds
   * @param costSeconds the cost of its memory, in seconds of delay
   */
  public record Worth(
      int wanted,
      double probability,
      PrewarmDecision.Source source,
      double valueSeconds,
      double costSeconds) {}
}
