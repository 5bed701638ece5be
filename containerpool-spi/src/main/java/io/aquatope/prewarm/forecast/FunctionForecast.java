/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.forecast;

import io.aquatope.models.distribution.PredictiveDistribution;
import java.util.List;

/**
 * The demand of a function in some windows, and the trust in its forecasts.
 *
 * @param first the first of the windows
 * @param windows the demand in it and in those that follow; empty if forecasting failed
 * @param coverage the running share of windows that its forecasts covered; negative before the
 *     first one
 * @param trusted whether the forecasts covered enough of them
 */
public record FunctionForecast(
    long first, List<PredictiveDistribution> windows, float coverage, boolean trusted) {

  public boolean failed() {
    return windows.isEmpty();
  }

  public boolean covers(long window) {
    return window >= first && window < first + windows.size();
  }

  /** The demand in a window that the forecast covers. */
  public PredictiveDistribution of(long window) {
    return windows.get((int) (window - first));
  }

  /** The highest probability of any call in one of its windows. */
  double anyCall() {
    double most = 0;
    for (PredictiveDistribution window : windows) {
      most = Math.max(most, window.atLeast(1));
    }
    return most;
  }
}
