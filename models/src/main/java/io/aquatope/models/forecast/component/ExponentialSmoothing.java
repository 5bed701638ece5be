/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

/**
 * Simple exponential smoothing, level l = l + a (y - l), with the smoothing constant a out of
 * {0.05, 0.1, 0.2, 0.4, 0.8} whose discounted squared one-step error is least so far.
 */
final class ExponentialSmoothing implements PointForecast {

  private static final double[] CONSTANTS = {0.05, 0.1, 0.2, 0.4, 0.8};
  private static final double FORGET = 0.99;

  private final double[] level = new double[CONSTANTS.length];
  private final double[] loss = new double[CONSTANTS.length];
  private boolean started;

  @Override
  public void observe(DemandHistory history) {
    double demand = history.newestPeak();
    for (int i = 0; i < CONSTANTS.length; i++) {
      double error = demand - level[i];
      loss[i] = loss[i] * FORGET + error * error;
      level[i] = started ? level[i] + CONSTANTS[i] * error : demand;
    }
    started = true;
  }

  @Override
  public double forecast(DemandHistory history, int step) {
    int best = 0;
    for (int i = 1; i < CONSTANTS.length; i++) {
      if (loss[i] < loss[best]) {
        best = i;
      }
    }
    return level[best];
  }
}
