/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.forecast;

import io.aquatope.models.distribution.PredictiveDistribution;
import io.aquatope.models.forecast.DemandWindow;
import io.aquatope.models.forecast.ForecastModel;
import io.aquatope.models.forecast.Forecaster;
import io.aquatope.models.forecast.FunctionTrigger;
import io.aquatope.pool.FunctionId;
import io.aquatope.prewarm.forecast.PastCalls.Past;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One function on the thread of forecasts: its forecaster, and the calibration of its forecasts.
 * The pool's thread submits the windows, and reads the {@link #newest} forecast whenever it needs
 * it.
 */
public final class ForecastFunction {

  /** Number of windows that are forecast. */
  static final int HORIZON = 2;

  private volatile FunctionId id;
  private volatile boolean renewed;
  private volatile boolean release;
  private volatile double leastNeed;
  private volatile @Nullable FunctionForecast newest;

  private final ForecastCalibration calibration = new ForecastCalibration();
  private @Nullable Forecaster forecaster;
  private long lastWindow = Long.MIN_VALUE;
  private long lastActive;
  private @Nullable FallbackReason lastTrouble = FallbackReason.UNKNOWN;

  /**
   * @param window the window in which it became known
   */
  public ForecastFunction(FunctionId id, long window) {
    this.id = id;
    this.lastActive = window;
  }

  FunctionId id() {
    return id;
  }

  /**
   * A newer revision has replaced the function. Calls of the new revision that are known from
   * elsewhere take precedence over its own past.
   */
  public void renew(FunctionId revision) {
    id = revision;
    renewed = true;
  }

  /** Its forecasts are no longer needed. */
  public void release() {
    release = true;
  }

  public boolean isReleased() {
    return release;
  }

  /** Sets the probability above which a call of the function may be worth a container. */
  public void leastNeed(double probability) {
    leastNeed = probability;
  }

  public double leastNeed() {
    return leastNeed;
  }

  /** The last forecast; null before the first. */
  public @Nullable FunctionForecast newest() {
    return newest;
  }

  /** Number of silent windows before a window. */
  long silentWindows(long window) {
    return window - lastActive;
  }

  /** Observes a closed window. Skipped windows were silent. */
  void observe(DemandWindow closed, ForecastModel model, PastCalls pastCalls) {
    if (closed.index() <= lastWindow) {
      return;
    }
    calibrate(closed);
    lastWindow = closed.index();
    if (closed.peak() > 0) {
      lastActive = closed.index();
    }
    knownOrNew(closed.index(), model, pastCalls).observe(closed);
  }

  /** Scores each forecast window once, including the skipped silent ones. */
  private void calibrate(DemandWindow closed) {
    FunctionForecast known = newest;
    if (known == null || known.failed()) {
      return;
    }
    long from = Math.max(known.first(), lastWindow + 1);
    for (long window = from; known.covers(window) && window <= closed.index(); window++) {
      calibration.observe(known.of(window), window == closed.index() ? closed.peak() : 0);
    }
  }

  private Forecaster knownOrNew(long window, ForecastModel model, PastCalls pastCalls) {
    Forecaster known = forecaster;
    if (known != null && !renewed) {
      return known;
    }
    renewed = false;
    List<Past> past = pastCalls.of(id);
    if (known == null || !past.isEmpty()) {
      known = model.forecaster(FunctionTrigger.UNKNOWN);
      long index = window - past.size();
      for (Past one : past) {
        known.observe(new DemandWindow(index++, one.arrivals(), one.peak()));
      }
      forecaster = known;
    }
    return known;
  }

  /** Forecasts the windows that follow the last one observed. */
  void forecast() {
    Forecaster known = forecaster;
    if (known != null) {
      List<PredictiveDistribution> windows = known.brief(HORIZON);
      known.compact();
      publish(lastWindow + 1, windows);
    }
  }

  /** Its forecaster has failed, and starts from nothing with the next window. */
  void failed() {
    forecaster = null;
    publish(lastWindow + 1, List.of());
  }

  /** Publishes a forecast to the pool's thread. */
  public void publish(long first, List<PredictiveDistribution> windows) {
    newest =
        new FunctionForecast(
            first, windows, (float) calibration.coverage().orElse(-1), calibration.isTrusted());
  }

  /** The reason why the newest forecast itself cannot be used, or null if there is none. */
  public @Nullable FallbackReason trouble() {
    FunctionForecast known = newest;
    if (known == null) {
      return FallbackReason.UNKNOWN;
    }
    return known.failed()
        ? FallbackReason.FAILED
        : known.trusted() ? null : FallbackReason.UNCALIBRATED;
  }

  /** Notes that reason; returns whether it differs from the one noted before. */
  boolean noteTrouble() {
    FallbackReason before = lastTrouble;
    lastTrouble = trouble();
    return lastTrouble != before;
  }
}
