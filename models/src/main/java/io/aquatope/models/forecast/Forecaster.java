/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast;

import io.aquatope.models.distribution.PredictiveDistribution;
import java.util.List;

/**
 * Forecasts one function's peak demand. It observes windows one after the other. At any time it can
 * forecast the windows that follow. Not thread-safe.
 */
public interface Forecaster {

  /** Share of probability that {@link #brief} treats as nearly all. */
  double NEARLY_ALL = 0.99;

  /**
   * Learns a closed window. Skipped windows since the last one count as silence; a window that is
   * not newer than the last one is ignored.
   */
  void observe(DemandWindow window);

  /**
   * The demand of each of the next windows.
   *
   * @param horizon number of windows, at least 1
   * @return one distribution per window, the next window first
   */
  List<PredictiveDistribution> forecast(int horizon);

  /**
   * The same forecast in less time and memory. Applies to windows in which nearly all of the
   * probability ({@value #NEARLY_ALL}) lies on a few small demands: the rest then counts as one
   * demand beyond them.
   */
  default List<PredictiveDistribution> brief(int horizon) {
    return forecast(horizon);
  }

  /** Compacts the learnt state to as little memory as possible until the next use. */
  default void compact() {}
}
