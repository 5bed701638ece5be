/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

import io.aquatope.models.distribution.DemandGrid;

/**
 * {@link HarmonicExtrapolation} of the last 256 windows. With a shorter history it uses the last
 * 128, 64, 32 or 16.
 */
final class FourierExtrapolation implements PointForecast {

  private static final int LENGTH = 256;
  private static final int SHORTEST = 16;

  @Override
  public double forecast(DemandHistory history, int step) {
    int n = Integer.highestOneBit(Math.min(LENGTH, history.size()));
    if (n < SHORTEST) {
      return history.newestPeak();
    }
    double[] series = new double[n];
    for (int i = 0; i < n; i++) {
      series[i] = DemandGrid.centre(history.bin(n - i));
    }
    return HarmonicExtrapolation.extrapolate(series, step);
  }
}
