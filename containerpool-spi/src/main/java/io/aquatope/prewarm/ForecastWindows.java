/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.prewarm.demand.WindowClock;
import io.aquatope.prewarm.forecast.ClosedWindow;
import io.aquatope.prewarm.forecast.FallbackReason;
import io.aquatope.prewarm.forecast.ForecastDesk;
import io.aquatope.prewarm.forecast.ForecastRound;
import io.aquatope.prewarm.forecast.FunctionWindow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Windows on the pool's thread. Closed windows go to the {@link ForecastDesk}, and forecasts come
 * back. Listeners learn which functions the forecasts decide about.
 */
final class ForecastWindows {

  private final WindowClock clock;
  private final ForecastDesk desk;
  private final TrackedFunctions functions;
  private final PrewarmListener listener;
  private ForecastRound round = ForecastRound.NONE;
  private long window;

  ForecastWindows(
      WindowClock clock, ForecastDesk desk, TrackedFunctions functions, PrewarmListener listener) {
    this.clock = clock;
    this.desk = desk;
    this.functions = functions;
    this.listener = listener;
  }

  /** Opens the first window. */
  void begin(long nowMicros) {
    window = clock.window(nowMicros);
  }

  /** The open window. */
  long window() {
    return window;
  }

  /** Closes the window that was open, if it is over. */
  void close(long nowMicros) {
    long current = clock.window(nowMicros);
    if (current == window) {
      return;
    }
    List<FunctionWindow> seen = functions.active().close(window, current, nowMicros);
    desk.submit(new ClosedWindow(window, functions.takeBegun(), seen));
    window = current;
  }

  /** Takes the forecasts that have been made. */
  void collect(long nowMicros) {
    desk.collect().forEach(made -> take(made, nowMicros));
  }

  /** Takes new forecasts. For a quiet function only the changes are examined. */
  private void take(ForecastRound made, long nowMicros) {
    round = made;
    functions.active().likely(made.lists().likely());
    for (FunctionId function : made.lists().changed()) {
      FunctionOutlook outlook = functions.find(function);
      if (outlook != null) {
        isTrusted(outlook, nowMicros);
      }
    }
    made.lists().silent().forEach(functions::forget);
    made.failures().forEach(f -> listener.forecastFailed(f.function(), f.cause(), nowMicros));
    if (made.leftOut() > 0) {
      listener.forecastsLeftOut(made.leftOut(), nowMicros);
    }
  }

  /** Whether forecasts decide about a function now. */
  boolean isTrusted(FunctionOutlook outlook, long nowMicros) {
    FunctionSpec function = outlook.function();
    @Nullable FallbackReason now = outlook.trouble(nowMicros);
    @Nullable FallbackReason before = outlook.reportedReason();
    outlook.report(now);
    if (now != null && now != before) {
      listener.fellBack(function, now, nowMicros);
    } else if (now == null && before != null) {
      listener.recovered(function, nowMicros);
    }
    return now == null;
  }

  /** Whether forecasts decide about any function now. */
  boolean isAnyTrusted() {
    return round.covers(window) && round.trusted() > 0;
  }

  /** A view of the known functions at this time. */
  OutlookView outlooks(Planner planner, long nowMicros) {
    return new LiveOutlookView(
        functions.size(), functions.young(), window, round, functions.active(), planner, nowMicros);
  }
}
