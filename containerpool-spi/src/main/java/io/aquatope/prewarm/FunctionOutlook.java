/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static java.util.concurrent.TimeUnit.MINUTES;

import io.aquatope.models.forecast.DemandWindow;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.prewarm.demand.DemandMixture;
import io.aquatope.prewarm.demand.WindowClock;
import io.aquatope.prewarm.forecast.FallbackReason;
import io.aquatope.prewarm.forecast.ForecastFunction;
import io.aquatope.prewarm.forecast.FunctionForecast;
import io.aquatope.prewarm.start.FunctionStartTimes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * State of one function, and the probability that each further container of it is needed. Silent
 * windows cost nothing: they are made up for when the function is called next.
 */
final class FunctionOutlook {

  /** Maximum time by which a call of an older revision arrives after one of a newer revision. */
  private static final long STRAGGLE_MICROS = MINUTES.toMicros(1);

  private final WindowClock clock;
  private final int serial;
  private final int begunWindow;
  private final DemandMixture demand;
  private final ForecastFunction forecasts;
  private FunctionSpec function;
  private FunctionStartTimes startTimes;
  private @Nullable FallbackReason reported;
  private long calledMicros = Long.MIN_VALUE;
  private int openWindow;
  private int plan;
  private int busy;
  private int peak;
  private int came;

  /**
   * @param serial number of the function in the order in which functions became known
   */
  FunctionOutlook(
      FunctionSpec function,
      int serial,
      WindowClock clock,
      FunctionStartTimes startTimes,
      long nowMicros) {
    this.function = function;
    this.serial = serial;
    this.clock = clock;
    this.startTimes = startTimes;
    begunWindow = Math.toIntExact(clock.window(nowMicros));
    openWindow = begunWindow;
    demand = new DemandMixture(clock, Planner.SLOT_MICROS, this::reactionMicros);
    forecasts = new ForecastFunction(function.id(), begunWindow);
  }

  FunctionSpec function() {
    return function;
  }

  boolean isOf(FunctionId id) {
    return function.id().equals(id);
  }

  int serial() {
    return serial;
  }

  int begunWindow() {
    return begunWindow;
  }

  /** Adds it to the plan of a number; returns whether it was not in that plan yet. */
  boolean enterPlan(int number) {
    boolean isNew = plan != number;
    plan = number;
    return isNew;
  }

  /** Whether it is in the plan of a number. */
  boolean isInPlan(int number) {
    return plan == number;
  }

  ForecastFunction forecasts() {
    return forecasts;
  }

  FunctionStartTimes startTimes() {
    return startTimes;
  }

  /** A revision is called. It replaces another one, unless it is the older of the two. */
  void revise(FunctionSpec called, long nowMicros) {
    FunctionId id = called.id();
    boolean straggles =
        ActionRevisions.isOlder(id, function.id()) && nowMicros - calledMicros < STRAGGLE_MICROS;
    if (!isOf(id) && !straggles) {
      function = called;
      startTimes = startTimes.asPrior();
      forecasts.renew(id);
      busy(0, nowMicros);
    }
  }

  /** A snapshot for listeners and views. */
  OutlookSnapshot snapshot(
      Optional<FallbackReason> trouble, Optional<OutlookSnapshot.Worth> worth, long nowMicros) {
    long window = clock.window(nowMicros);
    FunctionForecast known = forecasts.newest();
    return new OutlookSnapshot(
        function,
        trouble,
        new OutlookSnapshot.Demand(
            known == null || known.coverage() < 0 ? 1 : known.coverage(),
            Optional.ofNullable(known).filter(f -> f.covers(window)).map(f -> f.of(window)),
            demand.calls(
                this::probability, nowMicros, nowMicros + clock.lengthMicros(), nowMicros)),
        new OutlookSnapshot.Durations(
            startTimes.coldSeconds(), startTimes.initSeconds(), demand.runSeconds()),
        worth);
  }

  boolean isBusy() {
    return busy > 0;
  }

  void called(long nowMicros) {
    calledMicros = nowMicros;
    came++;
    startTimes.fade(nowMicros);
    demand.called(nowMicros);
  }

  /** Sets the number of busy containers from now on. */
  void busy(int containers, long nowMicros) {
    busy = containers;
    peak = Math.max(peak, containers);
    demand.busy(containers, nowMicros);
  }

  /** Counts the windows before this one that have not been closed as silent. */
  void catchUp(long window) {
    if (window > openWindow) {
      demand.skip(window - openWindow);
      openWindow = (int) window;
    }
  }

  /**
   * Closes a window in which it was called or busy; returns the demand in that window.
   *
   * @param next the window that is open now
   */
  DemandWindow close(long window, long next, long nowMicros) {
    DemandWindow closed = new DemandWindow(window, came, peak);
    demand.close(nowMicros);
    openWindow = (int) next;
    came = 0;
    // A hanging run is no demand of the next window, and must not be forecast for the next day.
    peak = demand.usuallyBusy(nowMicros);
    return closed;
  }

  /** Compacts the state, as plans do not cover it for a while. */
  void rest(long nowMicros) {
    demand.rest(nowMicros);
  }

  /** The reason why its forecasts cannot be used now, or null if there is none. */
  @Nullable FallbackReason trouble(long nowMicros) {
    long window = clock.window(nowMicros);
    FunctionForecast known = forecasts.newest();
    if (known == null) {
      return window - begunWindow <= 1 ? FallbackReason.UNKNOWN : FallbackReason.LATE;
    }
    return known.failed() || known.covers(window) ? forecasts.trouble() : FallbackReason.LATE;
  }

  /** The fallback reason that was last reported to listeners. */
  @Nullable FallbackReason reportedReason() {
    return reported;
  }

  void report(@Nullable FallbackReason trouble) {
    reported = trouble;
  }

  /** Whether the probability of any call in this window and the next is below a threshold. */
  boolean isQuiet(double least, long nowMicros) {
    long window = clock.window(nowMicros);
    return forecasts.newest() == null
        || (came == 0 && probability(window) < least && probability(window + 1) < least);
  }

  /** Time from a call until a container ordered at that call can be ready. */
  private long reactionMicros() {
    return Planner.SLOT_MICROS + Math.round(startTimes.coldSeconds() * 1e6);
  }

  private double probability(long window) {
    FunctionForecast known = forecasts.newest();
    return known != null && known.covers(window) ? known.of(window).atLeast(1) : 0;
  }

  /** A slot of the planner begins. */
  void beginSlot(long nowMicros) {
    startTimes.fade(nowMicros);
    demand.judge(this::probability, nowMicros);
  }

  /**
   * The probability that further containers are needed beyond those that are busy now.
   *
   * @param levels number of further containers
   * @param fromMicros begin of the period, now or later
   * @return one probability for each of them, from the first to the last; never rises
   */
  double[] needs(int levels, long fromMicros, long toMicros, long nowMicros) {
    return demand.needs(this::probability, levels, fromMicros, toMicros, nowMicros);
  }

  /**
   * One of the {@link #needs}, computed without those of the containers before it.
   *
   * @param index of the further container, from 0
   */
  double need(int index, long fromMicros, long toMicros, long nowMicros) {
    return demand.need(this::probability, index, fromMicros, toMicros, nowMicros);
  }
}
