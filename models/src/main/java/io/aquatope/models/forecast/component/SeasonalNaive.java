/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

import io.aquatope.models.distribution.DemandGrid;

/** The demand one season ago; the newest window until a season has been seen. */
final class SeasonalNaive implements PointForecast {

  private final int period;

  /**
   * @param period windows in a season
   */
  SeasonalNaive(int period) {
    this.period = period;
  }

  @Override
  public double forecast(DemandHistory history, int step) {
    int lag = period - (step - 1) % period;
    return history.size() < period ? history.newestPeak() : DemandGrid.centre(history.bin(lag));
  }
}
