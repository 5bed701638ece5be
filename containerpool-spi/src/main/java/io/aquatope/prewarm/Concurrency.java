/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

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
    mass = new double[most + 1];
    if (busy == 0 || busy > EXACT) {
      addPoisson(0, 1, since + busy * survival);
    } else {
      addBinomial(busy, Math.min(survival, 1 - NEGLIGIBLE), since);
    }
  }

  private void addBinomial(int busy, double survival, double since) {
    double p = Math.exp(busy * Math.log1p(-survival));
    for (int staying = 0; staying <= busy; staying++) {
      addPoisson(staying, p, since);
      p *= (busy - staying) / (staying + 1.0) * survival / (1 - survival);
    }
  }

  private void addPoisson(int from, double weight, double mean) {
    for (int k = from; k < mass.length && weight > NEGLIGIBLE * 1e-3; k++) {
      // Beyond the mode, what is left falls off fast.
      double logMass = (k - from) * Math.log(mean) - mean - LogFactorial.of(k - from);
      double p = mean == 0 ? (k == from ? 1 : 0) : Math.exp(logMass);
      mass[k] += weight * p;
      if (k - from > mean && p < NEGLIGIBLE) {
        return;
      }
    }
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
