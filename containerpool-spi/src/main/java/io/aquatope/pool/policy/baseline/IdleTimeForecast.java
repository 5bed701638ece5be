/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

/**
 * Forecasts the next idle time from the last 64 of them by a first-order autoregression with a
 * constant, fitted by least squares:
 *
 * <pre>x(t) = m + b (x(t-1) - m'),  b = cov(x(t-1), x(t)) / var(x(t-1))</pre>
 *
 * where m is the mean of all but the first and m' the mean of all but the last; b is limited to
 * (-1, 1). The forecast is the mean while there are fewer than three idle times, or if all are
 * equal.
 */
final class IdleTimeForecast {

  private static final int LENGTH = 64;
  private static final double STEADY = 0.99;

  private final double[] newest = new double[LENGTH];
  private int size;

  void add(double idle) {
    if (size == LENGTH) {
      System.arraycopy(newest, 1, newest, 0, LENGTH - 1);
      size--;
    }
    newest[size++] = idle;
  }

  /**
   * The next idle time, in the unit of the added ones, at least 0. Requires at least one idle time.
   */
  double next() {
    if (size < 3) {
      return mean(0, size);
    }
    double before = mean(0, size - 1);
    double after = mean(1, size);
    double covariance = 0;
    double variance = 0;
    for (int i = 1; i < size; i++) {
      double offset = newest[i - 1] - before;
      covariance += offset * (newest[i] - after);
      variance += offset * offset;
    }
    double slope = variance == 0 ? 0 : covariance / variance;
    slope = Math.max(-STEADY, Math.min(STEADY, slope));
    return Math.max(0, after + slope * (newest[size - 1] - before));
  }

  private double mean(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += newest[i];
    }
    return sum / (to - from);
  }
}
