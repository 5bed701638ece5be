/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

/**
 * The upper tails of a Poisson distribution. The masses around the mean are computed one from the
 * other, outwards from the greatest one, so none of them is the small difference of large ones.
 * Numbers farther from the mean than {@value #FAR} standard deviations have no mass.
 */
final class PoissonTails {

  /** Number of standard deviations beyond which the mass is lost in rounding. */
  private static final int FAR = 12;

  /**
   * Least half-width: with a small mean the distribution is wider than its standard deviation
   * suggests.
   */
  private static final int LEAST = 40;

  private final int first;
  private final double[] tails;

  /**
   * @param lowest first number whose tail is needed, at least 0
   * @param most last number whose tail is needed
   */
  PoissonTails(double mean, int lowest, int most) {
    double far = FAR * Math.sqrt(mean) + LEAST;
    first = (int) Math.max(lowest, Math.min(mean - far, most + 1.0));
    tails = new double[first > most ? 0 : (int) Math.max(0, mean + far - first + 1)];
    if (mean > 0) {
      fillMasses(mean);
    } else if (tails.length > 0 && first == 0) {
      tails[0] = 1;
    }
    for (int i = tails.length - 2; i >= 0; i--) {
      tails[i] += tails[i + 1];
    }
  }

  private void fillMasses(double mean) {
    if (tails.length == 0) {
      return;
    }
    int mode = Math.max(0, (int) mean - first);
    int k = first + mode;
    double logPower = k == 0 ? 0 : k * Math.log(mean);
    tails[mode] = Math.exp(logPower - mean - LogFactorial.of(k));
    for (int i = mode + 1; i < tails.length; i++) {
      tails[i] = tails[i - 1] * mean / (first + i);
    }
    for (int i = mode - 1; i >= 0; i--) {
      tails[i] = tails[i + 1] * (first + i + 1) / mean;
    }
  }

  /** The last requested number with a tail above zero. */
  int last() {
    return first + tails.length - 1;
  }

  /** The probability of at least this number. */
  double atLeast(int number) {
    int i = number - first;
    if (number <= 0 || i < 0) {
      return 1;
    }
    return i < tails.length ? tails[i] : 0;
  }
}
