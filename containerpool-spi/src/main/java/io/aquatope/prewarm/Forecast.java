/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.models.distribution.PredictiveDistribution;
import io.aquatope.pool.FunctionId;
import java.util.List;

/**
 * The demand of a function in some windows.
 *
 * @param function whose demand
 * @param first the first of the windows
 * @param windows the demand in it and in those that follow; empty if forecasting failed
 */
record Forecast(FunctionId function, long first, List<PredictiveDistribution> windows) {

  boolean failed() {
    return windows.isEmpty();
  }

  boolean covers(long window) {
    return window >= first && window < first + windows.size();
  }

  /** The demand in a window that it covers. */
  PredictiveDistribution of(long window) {
    return windows.get((int) (window - first));
  }
}
