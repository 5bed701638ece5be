/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.StartKind;
import io.aquatope.prewarm.demand.WindowClock;
import io.aquatope.prewarm.forecast.ForecastFunction;
import io.aquatope.prewarm.start.FunctionStartTimes;
import io.aquatope.prewarm.start.TypicalStartTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The functions that the policy knows, updated by the events of the pool. */
final class TrackedFunctions {

  private final WindowClock clock;
  private final TypicalStartTimes typical;
  private final ToDoubleFunction<FunctionOutlook> leastNeed;
  private final PrewarmListener listener;
  private final KnownFunctions known;
  private final ActiveFunctions active;

  /** Functions that became known in the open window. */
  private List<ForecastFunction> begun = new ArrayList<>();

  private int begunBefore;
  private int lastSerial;
  private long eventMicros;

  /**
   * @param most number of functions known at a time, at least 1
   * @param leastNeed probability above which a call of a function may be worth a container
   */
  TrackedFunctions(
      int most,
      WindowClock clock,
      TypicalStartTimes typical,
      ToDoubleFunction<FunctionOutlook> leastNeed,
      PrewarmListener listener) {
    this.clock = clock;
    this.typical = typical;
    this.leastNeed = leastNeed;
    this.listener = listener;
    known = new KnownFunctions(most, this::begin, this::release);
    active = new ActiveFunctions(known);
  }

  private FunctionOutlook begin(FunctionSpec function) {
    FunctionOutlook outlook =
        new FunctionOutlook(function, ++lastSerial, clock, typical.of(function.id()), eventMicros);
    outlook.forecasts().leastNeed(leastNeed.applyAsDouble(outlook));
    begun.add(outlook.forecasts());
    return outlook;
  }

  private void release(FunctionOutlook outlook) {
    active.forget(outlook);
    listener.release(outlook.function(), eventMicros);
  }

  /** Number of known functions. */
  int size() {
    return known.size();
  }

  /** Number of functions that became known in the open window or the one before. */
  int young() {
    return begun.size() + begunBefore;
  }

  /** The outlook of a function at this revision; null if it is not known. */
  @Nullable FunctionOutlook find(FunctionId function) {
    return known.find(function);
  }

  /** The functions that each second's plan covers. */
  ActiveFunctions active() {
    return active;
  }

  /** Start times of a function, or those expected of it if it is not known. */
  FunctionStartTimes startTimes(FunctionSpec function) {
    FunctionOutlook outlook = known.find(function.id());
    return outlook == null ? typical.of(function.id()) : outlook.startTimes();
  }

  /** A function is called. */
  void called(FunctionSpec function, long nowMicros) {
    eventMicros = nowMicros;
    FunctionOutlook outlook = known.called(function, nowMicros);
    active.called(outlook, clock.window(nowMicros));
    outlook.called(nowMicros);
  }

  /** Sets the number of a function's busy containers from now on. */
  void busy(FunctionSpec function, int containers, long window, long nowMicros) {
    FunctionOutlook outlook = known.find(function.id());
    if (outlook != null) {
      active.touch(outlook, window);
      outlook.busy(containers, nowMicros);
    }
  }

  /** A container of a function has started. */
  void startTook(FunctionSpec function, StartKind start, long delayMicros, long nowMicros) {
    FunctionOutlook outlook = known.find(function.id());
    if (outlook != null) {
      outlook.startTimes().took(start, delayMicros, nowMicros);
      typical.took(function.id(), outlook.startTimes(), start, nowMicros);
      outlook.forecasts().leastNeed(leastNeed.applyAsDouble(outlook));
    }
  }

  /**
   * Takes note of an expected function, which is known from now on; returns its outlook. Null for a
   * revision that has been replaced.
   */
  @Nullable FunctionOutlook expect(FunctionSpec function, long nowMicros) {
    eventMicros = nowMicros;
    FunctionOutlook ofAction = known.ofAction(function.id());
    if (ofAction == null) {
      return known.add(function);
    } else if (ofAction.isOf(function.id())) {
      return ofAction;
    }
    return ActionRevisions.isOlder(ofAction.function().id(), function.id())
        ? new FunctionOutlook(function, 0, clock, typical.of(function.id()), nowMicros)
        : null;
  }

  /** Drops a function that has been silent for long, unless it is open. */
  void forget(FunctionId function) {
    FunctionOutlook outlook = known.find(function);
    if (outlook != null && !active.isOpen(outlook)) {
      known.remove(outlook);
      active.forget(outlook);
    }
  }

  /** The functions that became known in the closed window. */
  List<ForecastFunction> takeBegun() {
    List<ForecastFunction> taken = begun;
    begunBefore = taken.size();
    begun = new ArrayList<>();
    return taken;
  }
}
