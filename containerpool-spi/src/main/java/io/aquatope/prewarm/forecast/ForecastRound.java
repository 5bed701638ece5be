/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.forecast;

import io.aquatope.pool.FunctionId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The result of forecasting all functions once.
 *
 * @param window the first that has been forecast
 * @param functions how many were forecast
 * @param troubles how many of them cannot be decided about by their forecasts, by why
 * @param coverage the mean share of windows that the forecasts of a function covered; 1 before any
 * @param likely the functions of which a call may be worth a container
 * @param changed those that can be decided about by forecasts now, or no longer
 * @param silent those without a call for so long that they are to be forgotten
 * @param failures the first exception of each kind
 * @param leftOut windows that had been replaced by newer ones before they could be forecast
 */
public record ForecastRound(
    long window,
    int functions,
    Map<FallbackReason, Integer> troubles,
    double coverage,
    List<FunctionId> likely,
    List<FunctionId> changed,
    List<FunctionId> silent,
    List<Failure> failures,
    int leftOut) {

  /** Before the first. */
  public static final ForecastRound NONE =
      new ForecastRound(
          Long.MIN_VALUE,
          0,
          new EnumMap<>(FallbackReason.class),
          1,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          0);

  public boolean covers(long present) {
    return present >= window && present < window + ForecastFunction.HORIZON;
  }

  /** How many functions their forecasts decide about. */
  public int trusted() {
    return functions - troubles.values().stream().mapToInt(count -> count).sum();
  }

  /** A forecast that threw an exception. */
  public record Failure(FunctionId function, Throwable cause) {}
}
