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
 * What is known of one function, and how likely each further container of it is needed. Silent
 * windows cost nothing: they are caught up with when the function is next called.
 */
final class FunctionOutlook {

  /** Calls of an older revision come so long after those of a newer one at most. */
  private static final long STRAGGLE_MICROS = MINUTES.toMicros(1);

  private final WindowClock clock;
  private final int serial;
  private final int begunWindow;
  private final DemandMixture demand;
  private final ForecastFunction forecasts;
  private FunctionSpec function;
  private FunctionStartTimes startTimes;
  private @Nullable FallbackReason toldTrouble;
  private long calledMicros = Long.MIN_VALUE;
  private int openWindow;
  private int plan;
  private int busy;
  private int peak;
  private int came;

  /**
   * @param serial numbers of functions in the order in which they became known
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

  /** Whether it is not in a plan of a number yet, and is from now on. */
  boolean enterPlan(int number) {
    boolean isNew = plan != number;
    plan = number;
    return isNew;
  }

  /** Whether it is in a plan of a number. */
  boolean isInPlan(int number) {
    return plan == number;
  }

  ForecastFunction forecasts() {
    return forecasts;
  }

  FunctionStartTimes startTimes() {
    return startTimes;
  }

  /** A revision is called: it takes the place of another one, unless it is the older of the two. */
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

  /** All this for others. */
  OutlookSnapshot told(
      Optional<FallbackReason> trouble, Optional<OutlookSnapshot.Worth> worth, long nowMicros) {
    long window = clock.window(nowMicros);
    FunctionForecast known = forecasts.newest();
    return new OutlookSnapshot(
        function,
        trouble,
        known == null || known.coverage() < 0 ? 1 : known.coverage(),
        Optional.ofNullable(known).filter(f -> f.covers(window)).map(f -> f.of(window)),
        demand.calls(this::probability, nowMicros, nowMicros + clock.lengthMicros(), nowMicros),
        startTimes.coldSeconds(),
        startTimes.initSeconds(),
        demand.runSeconds(),
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

  /** So many containers are busy from now on. */
  void busy(int containers, long nowMicros) {
    busy = containers;
    peak = Math.max(peak, containers);
    demand.busy(containers, nowMicros);
  }

  /** The windows before this one that have not been closed were silent. */
  void catchUp(long window) {
    if (window > openWindow) {
      demand.skip(window - openWindow);
      openWindow = (int) window;
    }
  }

  /**
   * A window is over in which it was called or busy; returns what was seen in it.
   *
   * @param next the window that is open now
   */
  DemandWindow close(long window, long next, long nowMicros) {
    DemandWindow closed = new DemandWindow(window, came, peak);
    demand.close(nowMicros);
    openWindow = (int) next;
    came = 0;
    // What hangs is no demand of the next window, and is not to be foretold of the next day.
    peak = demand.usuallyBusy(nowMicros);
    return closed;
  }

  /** Plans do not look at it for a while. */
  void rest(long nowMicros) {
    demand.rest(nowMicros);
  }

  /** What speaks against its forecasts now, or null if nothing does. */
  @Nullable FallbackReason trouble(long nowMicros) {
    long window = clock.window(nowMicros);
    FunctionForecast known = forecasts.newest();
    if (known == null) {
      return window - begunWindow <= 1 ? FallbackReason.UNKNOWN : FallbackReason.LATE;
    }
    return known.failed() || known.covers(window) ? forecasts.trouble() : FallbackReason.LATE;
  }

  /** What others were last told to speak against its forecasts. */
  @Nullable FallbackReason toldTrouble() {
    return toldTrouble;
  }

  void tell(@Nullable FallbackReason trouble) {
    toldTrouble = trouble;
  }

  /** Whether the probability of any call in this window and the next is below a least one. */
  boolean isQuiet(double least, long nowMicros) {
    long window = clock.window(nowMicros);
    return forecasts.newest() == null
        || (came == 0 && probability(window) < least && probability(window + 1) < least);
  }

  /** How soon a container can be ready after a call. */
  private long reactionMicros() {
    return Planner.SLOT_MICROS + Math.round(startTimes.coldSeconds() * 1e6);
  }

  private double probability(long window) {
    FunctionForecast known = forecasts.newest();
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
