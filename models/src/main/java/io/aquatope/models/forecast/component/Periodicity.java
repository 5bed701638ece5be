/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the season by itself. For each candidate period it keeps the discounted table of (active
 * one period ago, active now). It selects the period under which the present activity had the
 * highest likelihood. It predicts from the demands one, two, … periods before the requested window.
 */
public final class Periodicity implements DemandComponent {

  private static final int[] PERIODS = periods();
  private static final float FORGET = 0.995f;
  private static final int REPEATS = 8;
  private static final double FADE = 0.8;
  private static final double PRIOR = 0.7;

  private static final double CLEARLY = 1.25;

  /** Windows after which the period is chosen again. */
  private static final int RETHINK = 8;

  /**
   * Number of windows with demand up to which the counts are computed from the history on demand.
   */
  private static final int FEW = 127;

  private static final double[] DISCOUNTS = discounts();

  /**
   * Four discounted counts per period, at 4 i + 2 (active then) + (active now); null while they are
   * counted from the history.
   */
  private float @Nullable [] counts = new float[4 * PERIODS.length];

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

  private static double[] discounts() {
    double[] discounts = new double[DemandHistory.CAPACITY + 1];
    Arrays.setAll(discounts, age -> Math.pow(FORGET, age));
    return discounts;
  }

  @Override
  public void observe(DemandHistory history) {
    float[] known = counts;
    if (known != null) {
      count(history, known);
    }
    if (observed++ % RETHINK == 0) {
      period = best(known != null ? known : counted(history));
    }
  }

  private static void count(DemandHistory history, float[] counts) {
    int now = history.bin(1) > 0 ? 1 : 0;
    for (int i = 0; i < PERIODS.length && history.size() > PERIODS[i]; i++) {
      int then = history.bin(1 + PERIODS[i]) > 0 ? 2 : 0;
      for (int j = 4 * i; j < 4 * i + 4; j++) {
        counts[j] *= FORGET;
      }
      counts[4 * i + then + now]++;
    }
  }

  /** The counts, from all windows that the history holds. */
  private static float[] counted(DemandHistory history) {
    float[] counts = new float[4 * PERIODS.length];
    for (int i = 0; i < PERIODS.length && history.size() > PERIODS[i]; i++) {
      count(history, i, counts);
    }
    return counts;
  }

  private static void count(DemandHistory history, int i, float[] counts) {
    int pairs = history.size() - PERIODS[i];
    double idleIdle = (1 - DISCOUNTS[pairs]) / (1 - DISCOUNTS[1]);
    double idleActive = 0;
    double activeIdle = 0;
    double both = 0;
    for (int age = 0; age < history.demands(); age++) {
      int lag = history.lagOfDemand(age);
      if (lag <= pairs && history.bin(lag + PERIODS[i]) > 0) {
        both += DISCOUNTS[lag - 1];
      } else if (lag <= pairs) {
        idleActive += DISCOUNTS[lag - 1];
      }
      int later = lag - PERIODS[i];
      if (later >= 1 && history.bin(later) == 0) {
        activeIdle += DISCOUNTS[later - 1];
      }
    }
    counts[4 * i] = (float) (idleIdle - idleActive - activeIdle - both);
    counts[4 * i + 1] = (float) idleActive;
    counts[4 * i + 2] = (float) activeIdle;
    counts[4 * i + 3] = (float) both;
  }

  @Override
  public void write(DemandHistory history, StateWriter out) {
    out.shortOf(period).byteOf((int) (observed % RETHINK));
    boolean few = history.demands() <= FEW;
    out.flag(few);
    if (!few) {
      for (float count : counts == null ? counted(history) : counts) {
        out.floatOf(count);
      }
    }
  }

  @Override
  public void read(DemandHistory history, StateReader in) {
    period = in.shortOf();
    observed = in.byteOf();
    float[] read = in.flag() ? null : new float[4 * PERIODS.length];
    for (int i = 0; read != null && i < read.length; i++) {
      read[i] = in.floatOf();
    }
    counts = read;
  }

  @Override
  public void predict(DemandHistory history, int step, double[] mass) {
    BackgroundDemand.copyTo(mass);
    DemandCounts all = new DemandCounts(mass.length);
    int size = history.size();
    history.addTo(all, 1, Math.min(size, 240), 1);
    all.update(mass, PRIOR);
    if (period > 0) {
      DemandCounts season = new DemandCounts(mass.length);
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
   * longer period has to be clearly better: there are many of them, some match by chance, and all
   * multiples of the true period match as well.
   */
  private static int best(float[] counts) {
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
