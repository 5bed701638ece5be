/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast;

import io.aquatope.models.distribution.PredictiveDistribution;
import java.util.List;

/**
 * Forecasts one function's peak demand. Windows are told one after the other; at any time the
 * forecaster can be asked for the windows that follow. Not thread-safe.
 */
public interface Forecaster {

  /** See {@link #brief}. */
  double NEARLY_ALL = 0.99;

  /**
   * Learns a closed window. Windows left out since the last one count as silence; a window that is
   * not newer than the last one is ignored.
   */
  void observe(DemandWindow window);

  /**
   * The demand of each of the next windows.
   *
   * @param horizon how many windows, at least 1
   * @return one distribution per window, the next window first
   */
  List<PredictiveDistribution> forecast(int horizon);

  /**
   * The same, in less time and memory for those windows of which nearly all of the probability
   * ({@value #NEARLY_ALL}) lies on a few small demands: the rest of it then counts as on one demand
   * beyond them.
   */
  default List<PredictiveDistribution> brief(int horizon) {
    return forecast(horizon);
  }

  /** Holds what it has learnt in as little memory as it can until it is next used. */
  default void compact() {}
}
