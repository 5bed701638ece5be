/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

import io.aquatope.models.distribution.DemandGrid;
import java.util.Arrays;

/**
 * Ridge autoregression on the logarithm of demand: log(1 + y) on its last twelve values, their mean
 * over an hour and a constant, by recursive least squares with forgetting (Haykin, Adaptive Filter
 * Theory, ch. 10); the ridge is the initial precision. Further steps feed forecasts back.
 */
public final class Autoregression implements PointForecast {

  private static final int LAGS = 12;
  private static final int SIZE = LAGS + 2;
  private static final double FORGET = 0.998;
  private static final double RIDGE = 1;
  private static final double AVERAGE = 1 - 1 / 60.0;
  private static final double LARGEST = Math.log1p(Integer.MAX_VALUE);

  /**
   * Number of windows up to which learning them again takes less space than storing the learnt
   * state.
   */
  private static final int FEW_WINDOWS = 32;

  private final double[] weights = new double[SIZE];
  private final double[] covariance = new double[SIZE * SIZE];
  private final double[] input = new double[SIZE];
  private boolean resting;

  public Autoregression() {
    for (int i = 0; i < SIZE; i++) {
      covariance[i * SIZE + i] = 1 / RIDGE;
    }
    input[LAGS] = 1;
  }

  @Override
  public void observe(DemandHistory history) {
    if (resting && history.newestPeak() == 0) {
      return;
    }
    if (resting) {
      wake(history);
    }
    take(Math.log1p(history.newestPeak()));
  }

  private void take(double target) {
    learn(target);
    shift(input, target);
    input[LAGS + 1] = input[LAGS + 1] * AVERAGE + target * (1 - AVERAGE);
  }

  private void learn(double target) {
    double[] gain = new double[SIZE];
    double norm = FORGET;
    for (int i = 0; i < SIZE; i++) {
      gain[i] = gain(i);
      norm += gain[i] * input[i];
    }
    double error = target - dot(input);
    double trace = 0;
    for (int i = 0; i < SIZE; i++) {
      weights[i] += gain[i] / norm * error;
      trace += covariance[i * SIZE + i];
    }
    double grow = trace < 10 * SIZE / RIDGE ? 1 / FORGET : 1;
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j <= i; j++) {
        double next = (covariance[i * SIZE + j] - gain[i] * gain[j] / norm) * grow;
        covariance[i * SIZE + j] = next;
        covariance[j * SIZE + i] = next;
      }
    }
  }

  /**
   * Gain of an input; skips inputs of zero, which most are for a function that is seldom called.
   */
  private double gain(int i) {
    double sum = 0;
    for (int j = 0; j < SIZE; j++) {
      if (input[j] != 0) {
        sum += covariance[i * SIZE + j] * input[j];
      }
    }
    return sum;
  }

  /**
   * Writes half of the covariance, as it is symmetric. Writes nothing at rest, as all is learnt
   * again on waking. Writes nothing either while the history holds all windows that the state was
   * learnt from.
   */
  @Override
  public void write(DemandHistory history, boolean rests, StateWriter out) {
    resting |= rests;
    boolean repeatable = history.size() <= FEW_WINDOWS && history.isExact();
    out.flag(resting).flag(repeatable);
    if (resting || repeatable) {
      return;
    }
    for (int i = 0; i < SIZE; i++) {
      out.doubleOf(weights[i]).doubleOf(input[i]);
      for (int j = 0; j <= i; j++) {
        out.doubleOf(covariance[i * SIZE + j]);
      }
    }
  }

  @Override
  public void read(DemandHistory history, StateReader in) {
    resting = in.flag();
    boolean repeatable = in.flag();
    if (resting) {
      return;
    }
    if (repeatable) {
      learnAgain(history, 1);
      return;
    }
    for (int i = 0; i < SIZE; i++) {
      weights[i] = in.doubleOf();
      input[i] = in.doubleOf();
      for (int j = 0; j <= i; j++) {
        covariance[i * SIZE + j] = in.doubleOf();
        covariance[j * SIZE + i] = covariance[i * SIZE + j];
      }
    }
  }

  /** Learns the history from before its newest window again. */
  private void wake(DemandHistory history) {
    resting = false;
    learnAgain(history, 2);
  }

  private void learnAgain(DemandHistory history, int newestLag) {
    for (int lag = history.size(); lag >= newestLag; lag--) {
      take(Math.log1p(DemandGrid.centre(history.bin(lag))));
    }
  }

  @Override
  public double forecast(DemandHistory history, int step) {
    if (resting) {
      return 0;
    }
    double[] ahead = Arrays.copyOf(input, SIZE);
    double value = dot(ahead);
    for (int i = 1; i < step; i++) {
      shift(ahead, Math.max(0, Math.min(LARGEST, value)));
      value = dot(ahead);
    }
    return Math.expm1(Math.max(0, Math.min(LARGEST, value)));
  }

  private double dot(double[] values) {
    double sum = 0;
    for (int i = 0; i < SIZE; i++) {
      sum += weights[i] * values[i];
    }
    return sum;
  }

  private static void shift(double[] values, double newest) {
    System.arraycopy(values, 0, values, 1, LAGS - 1);
    values[0] = newest;
  }
}
