/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

import io.aquatope.pool.FunctionSpec;
import java.time.Duration;

/** State of {@link HybridHistogramPolicy} for one function. */
final class IdleTimes {

  private static final double HEAD = 0.05;
  private static final double TAIL = 0.99;
  private static final double MARGIN = 0.10;
  private static final double FORECAST_MARGIN = 0.15;
  private static final double REPRESENTATIVE_VARIATION = 2;
  private static final double OUT_OF_BOUNDS = 0.5;

  final FunctionSpec function;
  private final IdleTimeHistogram histogram;
  private final IdleTimeForecast forecast = new IdleTimeForecast();
  private int inFlight;
  private boolean ended;
  private long lastEndMicros;
  private int unloaded;

  IdleTimes(FunctionSpec function, Duration range) {
    this.function = function;
    this.histogram = new IdleTimeHistogram(range);
  }

  /** A call; it ends an idle time if none is being executed. */
  void arrived(long nowMicros) {
    if (inFlight == 0) {
      unloaded = 0;
      if (ended) {
        histogram.add(nowMicros - lastEndMicros);
        forecast.add((double) (nowMicros - lastEndMicros));
      }
    }
    inFlight++;
  }

  void completed(long nowMicros) {
    inFlight = Math.max(0, inFlight - 1);
    ended = true;
    lastEndMicros = nowMicros;
  }

  /**
   * Resets the executions in flight: those that have failed with their container do not complete.
   */
  void nothingRuns() {
    inFlight = 0;
  }

  /**
   * Keeps or unloads a container that has just executed; returns its keep-alive. An unloaded one
   * has 0, and counts among those to load again later.
   */
  long keepOrUnload() {
    IdleWindows windows = windows();
    if (windows.preWarmMicros() > 0) {
      unloaded++;
      return 0;
    }
    return windows.untilMicros();
  }

  /** Keep-alive of a container that has just been loaded. */
  long keepPreparedMicros(long nowMicros) {
    return Math.max(0, lastEndMicros + windows().untilMicros() - nowMicros);
  }

  /** Number of containers to load now: as many as were unloaded, once the time has come. */
  int takeDue(long nowMicros) {
    if (unloaded == 0 || inFlight > 0 || nowMicros < lastEndMicros + windows().preWarmMicros()) {
      return 0;
    }
    int due = unloaded;
    unloaded = 0;
    return due;
  }

  IdleWindows windows() {
    if (histogram.outOfBoundsShare() > OUT_OF_BOUNDS) {
      double next = forecast.next();
      return new IdleWindows(
          Math.round(next * (1 - FORECAST_MARGIN)), Math.round(next * (1 + FORECAST_MARGIN)));
    }
    if (histogram.variation() < REPRESENTATIVE_VARIATION) {
      return new IdleWindows(0, histogram.rangeMicros());
    }
    long head = histogram.quantileBin(HEAD) * IdleTimeHistogram.BIN_MICROS;
    long tail = (histogram.quantileBin(TAIL) + 1) * IdleTimeHistogram.BIN_MICROS;
    return new IdleWindows(Math.round(head * (1 - MARGIN)), Math.round(tail * (1 + MARGIN)));
  }
}
