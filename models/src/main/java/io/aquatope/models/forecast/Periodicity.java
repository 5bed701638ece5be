/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast;

/**
 * Finds the season by itself. For each candidate period keeps the discounted table of (active one
 * period ago, active now), takes the period under which the present activity had the highest
 * likelihood, and predicts from the demands one, two, … periods before the window asked for.
 */
final class Periodicity implements Component {

  private static final int[] PERIODS = periods();
  private static final float FORGET = 0.995f;
  private static final int REPEATS = 8;
  private static final double FADE = 0.8;
  private static final double PRIOR = 0.7;

  private static final double CLEARLY = 1.25;

  /** Windows after which the period is chosen anew. */
  private static final int RETHINK = 8;

  /** Four discounted counts per period, at 4 i + 2 (active then) + (active now). */
  private final float[] counts = new float[4 * PERIODS.length];

  private int period;
  private long observed;

  private static int[] periods() {
    int[] longer = {75, 80, 90, 96, 120, 150, 180, 240, 288, 360, 480, 720, 1440};
    int[] periods = new int[59 + longer.length];
    for (int i = 0; i < 59; i++) {
      periods[i] = i + 2;
    }
    System.arraycopy(longer, 0, periods, 59, longer.length);
    return periods;
  }

  @Override
  public void observe(History history) {
    int now = history.bin(1) > 0 ? 1 : 0;
    for (int i = 0; i < PERIODS.length && history.size() > PERIODS[i]; i++) {
      int then = history.bin(1 + PERIODS[i]) > 0 ? 2 : 0;
      for (int j = 4 * i; j < 4 * i + 4; j++) {
        counts[j] *= FORGET;
      }
      counts[4 * i + then + now]++;
    }
    if (observed++ % RETHINK == 0) {
      period = best();
    }
  }

  @Override
  public void predict(History history, int step, double[] mass) {
    Background.copyTo(mass);
    Tally all = new Tally();
    int size = history.size();
    for (int lag = Math.min(size, 240); lag >= 1; lag--) {
      all.add(history.bin(lag), 1);
    }
    all.update(mass, PRIOR);
    if (period > 0) {
      Tally season = new Tally();
      int first = (step + period - 1) / period;
      double weight = 1;
      for (int k = first; k < first + REPEATS && k * period - step + 1 <= size; k++) {
        season.add(history.bin(k * period - step + 1), weight);
        weight *= FADE;
      }
      season.update(mass, PRIOR);
    }
  }

  /**
   * The period with the largest gain in log likelihood over no period at all; 0 if none gains. A
   * longer one has to be clearly better, since there are many of them, of which some match by
   * chance, and all multiples of the true one match as well.
   */
  private int best() {
    double most = 2;
    int best = 0;
    for (int i = 0; i < PERIODS.length; i++) {
      double gain = gain(counts[4 * i], counts[4 * i + 1], counts[4 * i + 2], counts[4 * i + 3]);
      if (gain > most) {
        most = CLEARLY * gain;
        best = PERIODS[i];
      }
    }
    return best;
  }

  private static double gain(double idleIdle, double idleActive, double activeIdle, double both) {
    if (both < 1) {
      return 0;
    }
    return logLikelihood(idleIdle, idleActive)
        + logLikelihood(activeIdle, both)
        - logLikelihood(idleIdle + activeIdle, idleActive + both);
  }

  private static double logLikelihood(double a, double b) {
    double n = a + b;
    return (a > 0 ? a * Math.log(a / n) : 0) + (b > 0 ? b * Math.log(b / n) : 0);
  }
}
