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
 * @param totals sums over the functions that were forecast
 * @param news the functions that need attention
 * @param failures the first exception of each kind
 * @param leftOut number of windows that newer ones replaced before they could be forecast
 */
public record ForecastRound(
    long window, Totals totals, News news, List<Failure> failures, int leftOut) {

  /** The value before the first round. */
  public static final ForecastRound NONE =
      new ForecastRound(
          Long.MIN_VALUE,
          new Totals(0, new EnumMap<>(FallbackReason.class), 1),
          new News(List.of(), List.of(), List.of()),
          List.of(),
          0);

  /**
   * Sums over functions.
   *
   * @param functions their number
   * @param troubles number of functions whose forecasts cannot be used, by reason
   * @param coverage the mean share of windows that the forecasts of a function covered; 1 before
   *     any
   */
  public record Totals(int functions, Map<FallbackReason, Integer> troubles, double coverage) {}

  /**
   * Functions that need attention.
   *
   * @param likely those of which a call may be worth a container
   * @param changed those whose forecasts can be used now, or no longer
   * @param silent those without a call for so long that they must be dropped
   */
  public record News(List<FunctionId> likely, List<FunctionId> changed, List<FunctionId> silent) {}

  public boolean covers(long present) {
    return present >= window && present < window + ForecastFunction.HORIZON;
  }

  /** Number of functions that their forecasts decide about. */
  public int trusted() {
    return totals.functions - totals.troubles.values().stream().mapToInt(count -> count).sum();
  }

  /** A forecast that threw an exception. */
  public record Failure(FunctionId function, Throwable cause) {}
}
