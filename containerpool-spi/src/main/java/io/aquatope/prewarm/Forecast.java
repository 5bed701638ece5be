/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.models.distribution.PredictiveDistribution;
import io.aquatope.pool.FunctionId;
import java.util.List;

/**
 * The demand of a function in some windows.
 *
 * @param first the first of the windows
 * @param windows the demand in it and in those that follow
 */
record Forecast(FunctionId function, long first, List<PredictiveDistribution> windows) {

  boolean covers(long window) {
    return window >= first && window < first + windows.size();
  }

  /** The probability that at least {@code level} containers are busy at once in a window. */
  double atLeast(long window, int level) {
    return windows.get((int) (window - first)).atLeast(level);
  }
}
