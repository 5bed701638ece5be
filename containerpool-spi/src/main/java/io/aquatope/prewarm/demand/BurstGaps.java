/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

import java.util.Arrays;

/**
 * Gaps between bursts. The time from one burst to the next is a mixture of log-logistic
 * distributions around the last such gaps, with recent ones more likely: narrow distributions for
 * clocks, wider ones for people, and very wide ones for chance. Forecasts of windows have no
 * influence.
 */
final class BurstGaps {

  private static final int MEMORY = 8;
  private static final double FADE = 0.93;
  private static final double[] SCALES = {0.006, 0.08, 0.55};
  private static final double[] SHARES = {0.4, 0.4, 0.2};

  /** Number of scales beyond which a logistic distribution has no mass left. */
  private static final double FAR = 12;

  private static final double SHORTEST_SECONDS = 1e-3;
  private static final double MOST = 1 - 1e-9;

  private static final double[] NONE = {};

  private double[] logSeconds = NONE;
  private int seen;
  private boolean hasBegun;
  private long lastMicros;

  /** A burst begins. */
  void called(long nowMicros) {
    if (hasBegun) {
      if (seen == logSeconds.length && seen < MEMORY) {
        logSeconds = Arrays.copyOf(logSeconds, Math.max(1, 2 * seen));
      }
      logSeconds[seen++ % MEMORY] = logSeconds(nowMicros);
    }
    hasBegun = true;
    lastMicros = nowMicros;
  }

  /**
   * Number of bursts expected in a period: as many as in the Poisson process in which the next one
   * comes with the same probability.
   *
   * @param fromMicros begin of the period, now or later
   */
  double mean(long fromMicros, long toMicros, long nowMicros) {
    return -Math.log1p(-Math.min(MOST, next(fromMicros, toMicros, nowMicros)));
  }

  /** The probability that the next burst begins in a future period. */
  private double next(long fromMicros, long toMicros, long nowMicros) {
    double later = longerThan(nowMicros);
    if (later <= 0) {
      return 0;
    }
    double from = fromMicros > nowMicros ? longerThan(fromMicros) : later;
    return Math.max(0, from - longerThan(toMicros)) / later;
  }

  private double logSeconds(long micros) {
    return Math.log(Math.max((micros - lastMicros) / 1e6, SHORTEST_SECONDS));
  }

  /** The probability that the next burst begins after a time; 0 if nothing is known. */
  private double longerThan(long micros) {
    double log = logSeconds(micros);
    double sum = 0;
    double total = 0;
    double weight = 1;
    for (int age = 1; age <= Math.min(seen, MEMORY); age++) {
      double center = logSeconds[(seen - age) % MEMORY];
      for (int i = 0; i < SCALES.length; i++) {
        sum += weight * SHARES[i] * upperTail((log - center) / SCALES[i]);
      }
      total += weight;
      weight *= FADE;
    }
    return total > 0 ? sum / total : 0;
  }

  private static double upperTail(double x) {
    if (Math.abs(x) > FAR) {
      return x > 0 ? 0 : 1;
    }
    return 1 / (1 + Math.exp(x));
  }
}
