/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

import java.util.Arrays;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * Continues a series as IceBreaker does (Roy, Patel and Tiwari, ASPLOS 2022): removes a linear
 * trend, keeps the ten harmonics of largest amplitude, and continues trend and harmonics.
 */
public final class HarmonicExtrapolation {

  private static final int HARMONICS = 10;

  private HarmonicExtrapolation() {}

  /**
   * The value a number of steps after the last one.
   *
   * @param values as many as a power of two, at least two; oldest first
   * @param step at least 1
   */
  public static double extrapolate(double[] values, int step) {
    double[] series = values.clone();
    int n = series.length;
    double middle = (n - 1) / 2.0;
    double mean = Arrays.stream(series).average().orElse(0);
    double slope = 0;
    for (int i = 0; i < n; i++) {
      slope += (i - middle) * (series[i] - mean) * 12 / (n * ((double) n * n - 1));
    }
    for (int i = 0; i < n; i++) {
      series[i] -= mean + slope * (i - middle);
    }
    return mean + slope * (n - 1 + step - middle) + harmonics(series, n - 1 + step);
  }

  private static double harmonics(double[] series, int time) {
    int n = series.length;
    Complex[] spectrum =
        new FastFourierTransformer(DftNormalization.STANDARD)
            .transform(series, TransformType.FORWARD);
    Integer[] strongest = new Integer[n / 2];
    Arrays.setAll(strongest, i -> i + 1);
    Arrays.sort(strongest, (a, b) -> Double.compare(spectrum[b].abs(), spectrum[a].abs()));
    double sum = 0;
    for (int i = 0; i < Math.min(HARMONICS, strongest.length); i++) {
      int k = strongest[i];
      double sides = 2 * k == n ? 1 : 2;
      double angle = 2 * Math.PI * k * time / n + spectrum[k].getArgument();
      sum += sides * spectrum[k].abs() * Math.cos(angle) / n;
    }
    return sum;
  }
}
