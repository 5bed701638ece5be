/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.forecast;

import io.aquatope.pool.FunctionId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The result of forecasting all functions once.
 *
 * @param window the first window that has been forecast
 * @param functions number of functions that were forecast
 * @param troubles number of functions whose forecasts cannot be used, by reason
 * @param coverage the mean share of windows that the forecasts of a function covered; 1 before any
 * @param lists the functions that need attention
 * @param failures the first exception of each kind
 * @param leftOut number of windows that newer ones replaced before they could be forecast
 */
public record ForecastRound(
    long window,
    int functions,
    Map<FallbackReason, Integer> troubles,
    double coverage,
    Lists lists,
    List<Failure> failures,
    int leftOut) {

  /** The value before the first round. */
  public static final ForecastRound NONE =
      new ForecastRound(
          Long.MIN_VALUE,
          0,
          new EnumMap<>(FallbackReason.class),
          1,
          new Lists(List.of(), List.of(), List.of()),
          List.of(),
          0);

  public boolean covers(long present) {
    return present >= window && present < window + ForecastFunction.HORIZON;
  }

  /** Number of functions that their forecasts decide about. */
  public int trusted() {
    return functions - troubles.values().stream().mapToInt(count -> count).sum();
  }

  /**
   * The functions that need attention after the round.
   *
   * @param likely those of which a call may be worth a container
   * @param changed those whose forecasts can be used now, or no longer
   * @param silent those without a call for so long that they must be dropped
   */
  public record Lists(List<FunctionId> likely, List<FunctionId> changed, List<FunctionId> silent) {}

  /** A forecast that threw an exception. */
  public record Failure(FunctionId function, Throwable cause) {}
}
