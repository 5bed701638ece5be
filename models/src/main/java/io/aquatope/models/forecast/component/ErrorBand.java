/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

import io.aquatope.models.distribution.DemandGrid;

/**
 * Point forecast with an error band: the empirical distribution of its own last one-step errors,
 * rounded to whole containers and cut at zero. The band is the same for every step.
 */
public final class ErrorBand implements DemandComponent {

  private static final int ERRORS = 64;
  private static final double PRIOR = 0.5;

  /** Errors below this round to none. */
  private static final double HALF = 0.5;

  /** Silent windows after which state that only matters near demand is dropped. */
  private static final int REST = 32;

  private final PointForecast point;
  private final float[] errors = new float[ERRORS];
  private long seen;
  private double expected;
  private boolean started;

  public ErrorBand(PointForecast point) {
    this.point = point;
  }

  @Override
  public void observe(DemandHistory history) {
    if (started) {
      errors[(int) (seen++ % ERRORS)] = (float) (history.newestPeak() - expected);
    }
    point.observe(history);
    expected = finite(point.forecast(history, 1));
    started = true;
  }

  @Override
  public void predict(DemandHistory history, int step, double[] mass) {
    BackgroundDemand.copyTo(mass);
    if (!started) {
      return;
    }
    DemandCounts tally = new DemandCounts(mass.length);
    double centre = step == 1 ? expected : finite(point.forecast(history, step));
    int known = (int) Math.min(seen, ERRORS);
    for (int i = 0; i < known; i++) {
      tally.add(DemandGrid.bin(Math.round(centre + errors[i])), 1);
    }
    tally.update(mass, PRIOR);
  }

  /**
   * Whether its forecasts have rounded to none for so long that they will do so until the next
   * demand.
   */
  private boolean rests(DemandHistory history) {
    return history.idle() >= REST && expected < HALF / 2;
  }

  @Override
  public void write(DemandHistory history, StateWriter out) {
    boolean rests = rests(history);
    double least = rests ? HALF : Double.MIN_VALUE;
    int large = 0;
    for (float error : errors) {
      large += Math.abs(error) >= least ? 1 : 0;
    }
    out.flag(started).doubleOf(expected);
    out.byteOf((int) Math.min(seen, ERRORS)).byteOf((int) (seen % ERRORS)).byteOf(large);
    for (int i = 0; i < ERRORS; i++) {
      if (Math.abs(errors[i]) >= least) {
        out.byteOf(i).floatOf(errors[i]);
      }
    }
    point.write(history, rests, out);
  }

  @Override
  public void read(DemandHistory history, StateReader in) {
    started = in.flag();
    expected = in.doubleOf();
    int known = in.byteOf();
    seen = (long) in.byteOf() + (known == ERRORS ? ERRORS : 0);
    for (int left = in.byteOf(); left > 0; left--) {
      errors[in.byteOf()] = in.floatOf();
    }
    point.read(history, in);
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : 0;
  }
}
