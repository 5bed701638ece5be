/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

/**
 * Distribution of a function's busy containers at a future time, if runs end at a constant rate and
 * calls come at random. It is the sum of a binomial part of the b containers that are busy now, and
 * a Poisson part of the calls that arrive until then (the transient state of an M/M/∞ queue with
 * calls at rate a that take d):
 *
 * <pre>N(t) ~ Bin(b, exp(-t / d)) + Poisson(a d (1 - exp(-t / d)))</pre>
 *
 * <p>Only the requested levels are computed, each in constant time. In addition, the cost grows
 * with the standard deviation of N, and not with the number of busy containers.
 */
final class ConcurrencyForecast {

  private static final double NEGLIGIBLE = 1e-9;

  /**
   * Number of busy containers above which the binomial part is approximated by a Poisson one of the
   * same mean.
   */
  private static final int EXACT = 64;

  private final int lowest;
  private final double[] tails;

  /**
   * @param busy number of busy containers now
   * @param rate calls a second
   * @param runSeconds how long a call keeps a container busy
   * @param aheadSeconds time from now
   * @param lowest first number for which the distribution is needed, at least 0
   * @param most last number for which it is needed
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

  /** Adds the case that this many containers stay busy, in addition to which others become busy. */
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
   * The probability that at least this many containers are busy.
   *
   * @param busy from the lowest to the most that were requested
   */
  double atLeast(int busy) {
    return busy <= 0 ? 1 : Math.min(1, tails[busy - lowest]);
  }
}
