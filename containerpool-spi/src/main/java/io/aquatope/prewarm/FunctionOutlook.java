/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.models.forecast.Window;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.prewarm.demand.DemandMixture;
import io.aquatope.prewarm.demand.WindowClock;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What is known of one function, and how likely each further container of it is needed. */
final class FunctionOutlook {

  private final FunctionSpec function;
  private final WindowClock clock;
  private final DemandMixture demand;
  private final Calibration calibration = new Calibration();
  private final StartTimes startTimes;
  private @Nullable Forecast forecast;
  private boolean failed;
  private int peak;
  private int came;
  private int closedWindows;
  private int silentWindows;

  FunctionOutlook(FunctionSpec function, WindowClock clock, StartTimes startTimes) {
    this.function = function;
    this.clock = clock;
    this.startTimes = startTimes;
    demand = new DemandMixture(clock, Planner.SLOT_MICROS, this::reactionMicros);
  }

  FunctionSpec function() {
    return function;
  }

  StartTimes startTimes() {
    return startTimes;
  }

  /** The running share of windows that its forecasts covered; empty before the first one. */
  OptionalDouble coverage() {
    return calibration.coverage();
  }

  /** All this for others. */
  Outlook told(Optional<Trouble> trouble, Optional<Outlook.Worth> worth, long nowMicros) {
    long window = clock.window(nowMicros);
    return new Outlook(
        function,
        trouble,
        coverage().orElse(1),
        Optional.ofNullable(forecast).filter(f -> f.covers(window)).map(f -> f.of(window)),
        demand.calls(this::probability, nowMicros, nowMicros + clock.lengthMicros(), nowMicros),
        startTimes.coldSeconds(),
        startTimes.initSeconds(),
        demand.runSeconds(),
        worth);
  }

  /** For how many windows it has not been called. */
  int silentWindows() {
    return silentWindows;
  }

  void called(long nowMicros) {
    came++;
    startTimes.fade(nowMicros);
    demand.called(nowMicros);
  }

  /** So many containers are busy from now on. */
  void busy(int containers, long nowMicros) {
    peak = Math.max(peak, containers);
    demand.busy(containers, nowMicros);
  }

  /** A window is over; returns what was seen in it. */
  Window close(long window, long nowMicros) {
    Window closed = new Window(window, came, peak);
    silentWindows = peak == 0 ? silentWindows + 1 : 0;
    demand.close(nowMicros);
    closedWindows++;
    Forecast known = forecast;
    if (known != null && known.covers(window)) {
      calibration.observe(known.of(window), peak);
    }
    came = 0;
    // What hangs is no demand of the next window, and is not to be foretold of the next day.
    peak = demand.usuallyBusy(nowMicros);
    return closed;
  }

  void forecast(Forecast newest) {
    failed = newest.failed();
    forecast = failed ? null : newest;
  }

  /** What speaks against its forecasts now, or null if nothing does. */
  @Nullable Trouble trouble(long nowMicros) {
    Forecast known = forecast;
    if (failed) {
      return Trouble.FAILED;
    } else if (known == null) {
      return closedWindows <= 1 ? Trouble.UNKNOWN : Trouble.LATE;
    } else if (!known.covers(clock.window(nowMicros))) {
      return Trouble.LATE;
    }
    return calibration.isTrusted() ? null : Trouble.UNCALIBRATED;
  }

  /** Whether the probability of any call in this window and the next is below a least one. */
  boolean isQuiet(double least, long nowMicros) {
    long window = clock.window(nowMicros);
    return forecast == null
        || (came == 0 && probability(window) < least && probability(window + 1) < least);
  }

  /** How soon a container can be ready after a call. */
  private long reactionMicros() {
    return Planner.SLOT_MICROS + Math.round(startTimes.coldSeconds() * 1e6);
  }

  private double probability(long window) {
    Forecast known = forecast;
    return known != null && known.covers(window) ? known.of(window).atLeast(1) : 0;
  }

  /** A slot of the planner begins. */
  void slot(long nowMicros) {
    startTimes.fade(nowMicros);
    demand.judge(this::probability, nowMicros);
  }

  /**
   * The probability that further containers are needed beyond those that are busy now.
   *
   * @param levels for how many
   * @param fromMicros when the stretch of time begins, now or later
   * @return for the first to the last of them; never rises
   */
  double[] needs(int levels, long fromMicros, long toMicros, long nowMicros) {
    return demand.needs(this::probability, levels, fromMicros, toMicros, nowMicros);
  }

  /**
   * One of the {@link #needs}, without those of the containers before it.
   *
   * @param index of the further container, from 0
   */
  double need(int index, long fromMicros, long toMicros, long nowMicros) {
    return demand.need(this::probability, index, fromMicros, toMicros, nowMicros);
  }
}
