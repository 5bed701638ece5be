/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.distribution;

/** The standard normal distribution, fast enough for every bin of every forecast. */
public final class StandardNormal {

  private StandardNormal() {}

  /**
   * P(Z &lt;= z) with an absolute error below 7.5e-8: Abramowitz and Stegun, Handbook of
   * Mathematical Functions, 26.2.17.
   */
  public static double cumulative(double z) {
    double x = Math.abs(z);
    if (x > 8) {
      return z > 0 ? 1 : 0;
    }
    double t = 1 / (1 + 0.2316419 * x);
    double series =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    double tail = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * series;
    return z > 0 ? 1 - tail : tail;
  }

  /**
   * Adds {@code weight} times a normal demand, rounded to whole containers and cut at zero, to a
   * mass over {@link DemandGrid}.
   *
   * @param deviation at or above zero; zero puts all mass on the rounded mean
   */
  public static void addTo(double[] mass, double mean, double deviation, double weight) {
    if (!(deviation > 1e-6)) {
      mass[DemandGrid.bin(Math.round(mean))] += weight;
      return;
    }
    double below = 0;
    for (int bin = 0; bin < DemandGrid.BINS && below < 1 - 1e-12; bin++) {
      double upTo =
          bin == DemandGrid.BINS - 1
              ? 1
              : cumulative((DemandGrid.upper(bin) + 0.5 - mean) / deviation);
      mass[bin] += weight * Math.max(0, upTo - below);
      below = Math.max(below, upTo);
    }
  }
}
