/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

/**
 * How many containers of a function will be busy a while from now, if runs end at a constant rate
 * and calls come at random: binomially many of the b that are busy now, and Poisson many that will
 * have come since (the transient state of an M/M/∞ queue with calls at rate a that take d):
 *
 * <pre>N(t) ~ Bin(b, exp(-t / d)) + Poisson(a d (1 - exp(-t / d)))</pre>
 *
 * <p>Only the levels that are asked about are computed, each in constant time; besides these the
 * cost grows with the standard deviation of N, and not with the number of busy containers.
 */
final class ConcurrencyForecast {

  private static final double NEGLIGIBLE = 1e-9;

  /** Of more than this the binomial part is taken as a Poisson one of the same mean. */
  private static final int EXACT = 64;

  private final int lowest;
  private final double[] tails;

  /**
   * @param busy how many are busy now
   * @param rate calls a second
   * @param runSeconds how long a call keeps a container busy
   * @param aheadSeconds how long from now
   * @param lowest from where on the distribution is wanted, at least 0
   * @param most up to where it is wanted
   */
  ConcurrencyForecast(
      int busy, double rate, double runSeconds, double aheadSeconds, int lowest, int most) {
    this.lowest = lowest;
    double survival = Math.exp(-aheadSeconds / runSeconds);
    double since = rate * runSeconds * (1 - survival);
    tails = new double[most - lowest + 1];
    if (busy > EXACT) {
      add(1, new PoissonTails(since + busy * survival, lowest, most), 0);
    } else {
      double[] staying = binomial(busy, Math.min(survival, 1 - NEGLIGIBLE));
      PoissonTails others = new PoissonTails(since, Math.max(0, lowest - busy), most);
      for (int i = 0; i <= busy; i++) {
        if (staying[i] > NEGLIGIBLE) {
          add(staying[i], others, i);
        }
      }
    }
  }

  /** The same from 0 on. */
  ConcurrencyForecast(int busy, double rate, double runSeconds, double aheadSeconds, int most) {
    this(busy, rate, runSeconds, aheadSeconds, 0, most);
  }

  /** Adds the case that so many stay, to which others come. */
  private void add(double probability, PoissonTails others, int staying) {
    int last = Math.min(tails.length - 1, others.last() + staying - lowest);
    for (int i = 0; i <= last; i++) {
      tails[i] += probability * others.atLeast(lowest + i - staying);
    }
  }

  private static double[] binomial(int trials, double success) {
    double[] mass = new double[trials + 1];
    if (trials == 0) {
      mass[0] = 1;
      return mass;
    }
    mass[0] = Math.exp(trials * Math.log1p(-success));
    for (int k = 1; k <= trials; k++) {
      mass[k] = mass[k - 1] * (trials - k + 1) / k * success / (1 - success);
    }
    return mass;
  }

  /**
   * The probability that at least so many are busy.
   *
   * @param busy from the lowest to the most that were asked for
   */
  double atLeast(int busy) {
    return busy <= 0 ? 1 : Math.min(1, tails[busy - lowest]);
  }
}
