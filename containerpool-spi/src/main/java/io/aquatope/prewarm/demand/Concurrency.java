/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

/**
 * How many containers of a function will be busy a while from now, if runs end at a constant rate
 * and calls come at random: binomially many of the b that are busy now, and Poisson many that will
 * have come since (the transient state of an M/M/∞ queue with calls at rate a that take d):
 *
 * <pre>N(t) ~ Bin(b, exp(-t / d)) + Poisson(a d (1 - exp(-t / d)))</pre>
 */
final class Concurrency {

  private static final double NEGLIGIBLE = 1e-9;

  /** Of more than this the binomial part is taken as a Poisson one of the same mean. */
  private static final int EXACT = 64;

  private static final double LARGE = 500;

  private final double[] mass;

  /**
   * @param busy how many are busy now
   * @param rate calls a second
   * @param runSeconds how long a call keeps a container busy
   * @param aheadSeconds how long from now
   * @param most up to where the distribution is wanted
   */
  Concurrency(int busy, double rate, double runSeconds, double aheadSeconds, int most) {
    double survival = Math.exp(-aheadSeconds / runSeconds);
    double since = rate * runSeconds * (1 - survival);
    mass =
        busy > EXACT
            ? poisson(since + busy * survival, most)
            : sum(binomial(busy, Math.min(survival, 1 - NEGLIGIBLE)), poisson(since, most));
  }

  private static double[] sum(double[] staying, double[] since) {
    double[] sum = new double[since.length];
    for (int i = 0; i < Math.min(staying.length, since.length); i++) {
      if (staying[i] > NEGLIGIBLE) {
        for (int k = i; k < since.length; k++) {
          sum[k] += staying[i] * since[k - i];
        }
      }
    }
    return sum;
  }

  private static double[] binomial(int trials, double success) {
    double[] mass = new double[trials + 1];
    mass[0] = Math.exp(trials * Math.log1p(-success));
    for (int k = 1; k <= trials; k++) {
      mass[k] = mass[k - 1] * (trials - k + 1) / k * success / (1 - success);
    }
    return mass;
  }

  private static double[] poisson(double mean, int most) {
    double[] mass = new double[most + 1];
    mass[0] = Math.exp(-mean);
    for (int k = 1; k <= most; k++) {
      // Where the first terms are too small for a double the recurrence has no start.
      mass[k] =
          mean < LARGE
              ? mass[k - 1] * mean / k
              : Math.exp(k * Math.log(mean) - mean - LogFactorial.of(k));
    }
    return mass;
  }

  /** The probability that at least so many are busy. */
  double atLeast(int busy) {
    double below = 0;
    for (int n = 0; n < busy && n < mass.length; n++) {
      below += mass[n];
    }
    return Math.max(0, 1 - below);
  }
}
