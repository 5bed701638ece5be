/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.models.forecast.Window;
import io.aquatope.pool.FunctionSpec;
import org.jspecify.annotations.Nullable;

/** What is known of one function, and what is to be expected of it. */
final class FunctionOutlook {

  private final FunctionSpec function;
  private final WindowClock clock;
  private final WindowDemand demand = new WindowDemand();
  private final Phase phase = new Phase();
  private final StartTimes startTimes = new StartTimes(0.808, 0.2);
  private @Nullable Forecast forecast;

  FunctionOutlook(FunctionSpec function, WindowClock clock) {
    this.function = function;
    this.clock = clock;
  }

  FunctionSpec function() {
    return function;
  }

  StartTimes startTimes() {
    return startTimes;
  }

  WindowDemand demand() {
    return demand;
  }

  void arrived() {
    demand.arrived();
  }

  void busy(int containers, long nowMicros) {
    if (demand.busy(containers)) {
      phase.observe(clock.progress(nowMicros));
    }
  }

  Window close(long window) {
    phase.update();
    return demand.close(window);
  }

  void forecast(Forecast newest) {
    forecast = newest;
  }

  boolean isForecast(long nowMicros) {
    return forecast != null && forecast.covers(clock.window(nowMicros));
  }

  /**
   * How often a number of busy containers is to be expected to be reached in a time to come.
   *
   * @param fromMicros now or later
   */
  double expected(int level, long fromMicros, long toMicros, long nowMicros) {
    double sum = 0;
    long from = fromMicros;
    while (from < toMicros) {
      long window = clock.window(from);
      long to = Math.min(toMicros, clock.begin(window + 1));
      sum += within(window, level, from, to, nowMicros);
      from = to;
    }
    return sum;
  }

  private double within(long window, int level, long from, long to, long now) {
    Forecast known = forecast;
    if (known == null || !known.covers(window)) {
      return 0;
    }
    boolean open = clock.window(now) == window;
    double passed = open ? phase.before(clock.progress(now)) : 0;
    double remaining =
        demand
            .history(level)
            .remaining(
                probability(known, window, level, open), open ? demand.reached(level) : 0, passed);
    if (level > 2 * demand.highest() + 1) {
      return 0;
    }
    long length = clock.lengthMicros();
    long begin = clock.begin(window);
    double share =
        phase.before((to - begin) / (double) length)
            - phase.before((from - begin) / (double) length);
    return passed < 1 ? remaining * share / (1 - passed) : 0;
  }

  private double probability(Forecast known, long window, int level, boolean open) {
    double forecastProbability = known.atLeast(window, level);
    if (!open) {
      return forecastProbability;
    }
    int peak = demand.peak();
    return level <= peak
        ? 1
        : Math.min(
            1,
            (forecastProbability + 0.01 * Math.pow(0.3, level - peak))
                / (0.01 + known.atLeast(window, peak)));
  }
}
