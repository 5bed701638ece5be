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
 * @param worth assessment of its containers in the last slot; empty if no call was expected
 */
public record OutlookSnapshot(
    FunctionSpec function,
    Optional<FallbackReason> trouble,
    Demand demand,
    Durations durations,
    Optional<Worth> worth) {

  /**
   * Expected demand.
   *
   * @param coverage the running share of windows whose demand lay in the central 98 % of its
   *     forecast
   * @param busy number of containers busy at a time in the present window, as forecast before the
   *     window began; empty if there is no such forecast
   * @param expectedCalls number of calls expected within the length of a window from now
   */
  public record Demand(
      double coverage, Optional<PredictiveDistribution> busy, double expectedCalls) {}

  /**
   * Durations in seconds.
   *
   * @param coldSeconds duration of a cold start
   * @param initSeconds duration of the initialisation, which is part of a cold start
   * @param runSeconds how long a call keeps a container busy
   */
  public record Durations(double coldSeconds, double initSeconds, double runSeconds) {}

  /**
   * Number of ready containers that a function should have.
   *
   * @param wanted the number
   * @param last assessment of the last of them, or of the first container if none is wanted
   */
  public record Worth(int wanted, ContainerWorth last) {}
}
