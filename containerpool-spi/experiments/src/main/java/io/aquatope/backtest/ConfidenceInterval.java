/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.backtest;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A mean with its 95 % confidence interval by the bootstrap: the 2.5 % and 97.5 % points of the
 * mean over resamples with replacement (Efron, 1979).
 */
public record ConfidenceInterval(double mean, double low, double high) {

  private static final int RESAMPLES = 2000;

  /**
   * The interval of the mean of independent values.
   *
   * @param values at least one
   */
  public static ConfidenceInterval ofMean(double[] values, SplittableRandom random) {
    double[] means = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double sum = 0;
      for (int j = 0; j < values.length; j++) {
        sum += values[random.nextInt(values.length)];
      }
      means[i] = sum / values.length;
    }
    Arrays.sort(means);
    return new ConfidenceInterval(
        Arrays.stream(values).average().orElse(Double.NaN),
        means[RESAMPLES * 25 / 1000],
        means[RESAMPLES * 975 / 1000 - 1]);
  }
}
