/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.models.distribution.PredictiveDistribution;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.prewarm.forecast.FallbackReason;
import java.util.Optional;

/**
 * What the policy {@code aquatope} knew and thought of one function at one time.
 *
 * @param trouble why OpenWhisk's rule decides about it; empty if forecasts do
 * @param coverage the running share of windows whose demand lay in the central 98 % of its forecast
 * @param demand how many containers are busy at a time in the present window, as forecast before it
 *     began; empty if there is no such forecast
 * @param expectedCalls how many calls are expected within the length of a window from now
 * @param coldSeconds how long a cold start takes
 * @param initSeconds how long the initialisation takes that is part of it
 * @param runSeconds how long a call keeps a container busy
 * @param worth what containers were weighed at in the last slot; empty if no call was expected
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
   * How many ready containers there should be, and why no more.
   *
   * @param wanted how many
   * @param probability that the last of them is needed in the slot, or the first if none is wanted
   * @param source what the probability comes from
   * @param valueSeconds the delay that having it is expected to save, in seconds
   * @param costSeconds what its memory costs, in seconds of delay
   */
  public record Worth(
      int wanted,
      double probability,
      PrewarmDecision.Source source,
      double valueSeconds,
      double costSeconds) {}
}
