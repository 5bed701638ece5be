/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast;

import io.aquatope.models.distribution.DemandGrid;

/**
 * A point forecast with the empirical distribution of its own last one-step errors around it,
 * rounded to whole containers and cut at zero; the same band for every step.
 */
final class ErrorBand implements Component {

  private static final int ERRORS = 64;
  private static final double PRIOR = 0.5;

  private final PointForecast point;
  private final float[] errors = new float[ERRORS];
  private long seen;
  private double expected;
  private boolean started;

  ErrorBand(PointForecast point) {
    this.point = point;
  }

  @Override
  public void observe(History history) {
    if (started) {
      errors[(int) (seen++ % ERRORS)] = (float) (history.newestPeak() - expected);
    }
    point.observe(history);
    expected = finite(point.forecast(history, 1));
    started = true;
  }

  @Override
  public void predict(History history, int step, double[] mass) {
    Background.copyTo(mass);
    if (!started) {
      return;
    }
    Tally tally = new Tally();
    double centre = step == 1 ? expected : finite(point.forecast(history, step));
    int known = (int) Math.min(seen, ERRORS);
    for (int i = 0; i < known; i++) {
      tally.add(DemandGrid.bin(Math.round(centre + errors[i])), 1);
    }
    tally.update(mass, PRIOR);
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : 0;
  }
}
