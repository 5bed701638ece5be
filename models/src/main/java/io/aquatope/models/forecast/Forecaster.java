/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast;

import io.aquatope.models.distribution.PredictiveDistribution;
import java.util.List;

/**
 * Forecasts one function's peak demand. Windows are told one after the other; at any time the
 * forecaster can be asked for the windows that follow. Not thread-safe.
 */
public interface Forecaster {

  /**
   * Learns a closed window. Windows left out since the last one count as silence; a window that is
   * not newer than the last one is ignored.
   */
  void observe(Window window);

  /**
   * The demand of each of the next windows.
   *
   * @param horizon how many windows, at least 1
   * @return one distribution per window, the next window first
   */
  List<PredictiveDistribution> forecast(int horizon);
}
