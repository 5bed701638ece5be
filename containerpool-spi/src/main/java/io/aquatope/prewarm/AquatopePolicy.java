/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.pool.Activation;
import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.policy.StemCellSettings;
import io.aquatope.prewarm.ForecastDesk.Closed;
import io.aquatope.prewarm.ForecastDesk.ClosedWindow;
import io.aquatope.prewarm.demand.WindowClock;
import io.aquatope.successor.Successors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The marginal value of each ready container decides what is prepared, kept, let go and evicted;
 * see {@link Planner}. Windows are closed and forecasts collected as time goes by; a function about
 * which forecasts cannot decide is left to OpenWhisk's own rule.
 */
final class AquatopePolicy implements PoolPolicy {

  private final PoolPolicy fallback;
  private final ForecastDesk desk;
  private final Planner planner;
  private final StemCellStock stemCells;
  private final Successors successors;
  private final SuccessorDemand following;
  private final PrewarmListener listener;
  private final WindowClock clock;
  private final TypicalStartTimes typical = new TypicalStartTimes();
  private final KnownFunctions known;
  private final ActiveFunctions active;

  /** The functions that have become known in the open window. */
  private List<ForecastFunction> begun = new ArrayList<>();

  private int begunBefore;
  private int lastSerial;
  private ForecastRound round = ForecastRound.NONE;

  @SuppressWarnings("NullAway.Init") // told by initially, before all other events
  private PoolView pool;

  /** How the activation that arrived last has been placed; null as long as it waits. */
  private @Nullable StartKind placed;

  private long window;
  private long stocked;
  private long eventMicros;

  /**
   * @param fallback OpenWhisk's own rule
   * @param stemCells those that it keeps
   */
  AquatopePolicy(
      PoolPolicy fallback,
      List<StemCellSettings> stemCells,
      ForecastDesk desk,
      PrewarmSettings settings,
      Successors successors,
      WindowClock clock,
      PrewarmListener listener) {
    this.fallback = fallback;
    this.desk = desk;
    this.stemCells = new StemCellStock(settings, stemCells, typical.ofStemCells());
    this.planner = new Planner(settings, this.stemCells, listener);
    this.successors = successors;
    this.following = new SuccessorDemand(this::coldSeconds, settings);
    this.clock = clock;
    this.listener = listener;
    known = new KnownFunctions(settings.functions(), this::begin, this::letGo);
    active = new ActiveFunctions(known);
  }

  private FunctionOutlook begin(FunctionSpec function) {
    FunctionOutlook outlook =
        new FunctionOutlook(function, ++lastSerial, clock, typical.of(function.id()), eventMicros);
    outlook.forecasts().leastNeed(planner.leastNeed(outlook));
    begun.add(outlook.forecasts());
    return outlook;
  }

  private void letGo(FunctionOutlook outlook) {
    active.forget(outlook);
    listener.letGo(outlook.function(), eventMicros);
  }

  /** How many functions are known. */
  int known() {
    return known.size();
  }

  /** Whether a function is known at its revision. */
  boolean knows(FunctionId function) {
    return known.find(function) != null;
  }

  private double coldSeconds(FunctionSpec function) {
    return startTimes(function).coldSeconds();
  }

  /** Those of a function, or those to be expected of it if it is not known. */
  private StartTimes startTimes(FunctionSpec function) {
    FunctionOutlook outlook = known.find(function.id());
    return outlook == null ? typical.of(function.id()) : outlook.startTimes();
  }

  @Override
  public List<PoolAction> initially(PoolView view, long nowMicros) {
    pool = view;
    window = clock.window(nowMicros);
    return fallback.initially(view, nowMicros);
  }

  @Override
  public void arrived(Activation activation, long nowMicros) {
    closeWindows(nowMicros);
    placed = null;
    eventMicros = nowMicros;
    FunctionOutlook outlook = known.called(activation.function(), nowMicros);
    active.called(outlook, window);
    outlook.called(nowMicros);
    successors.arrived(activation, nowMicros);
  }

  @Override
  public List<PoolAction> followUp(Activation activation, PoolView view, long nowMicros) {
    StartKind start = placed;
    double wait = start == null ? 0 : startTimes(activation.function()).seconds(start);
    if (wait > 0) {
      successors.waits(activation, nowMicros + Math.round(wait * 1e6));
    }
    return follow(following.wanted(successors, activation, nowMicros), view, nowMicros);
  }

  /** Whatever speaks against the forecasts of a function, a new one's predecessors can be known. */
  private List<PoolAction> follow(
      Map<FunctionSpec, List<Double>> expected, PoolView view, long nowMicros) {
    if (expected.isEmpty()) {
      return List.of();
    }
    List<FunctionOutlook> followers = new ArrayList<>();
    for (FunctionSpec function : expected.keySet()) {
      FunctionOutlook outlook = follower(function, nowMicros);
      Trouble trouble = outlook == null ? null : outlook.trouble(nowMicros);
      if (outlook != null && (trouble == null || trouble == Trouble.UNKNOWN)) {
        followers.add(outlook);
      }
    }
    return planner.prepare(followers, expected, following::total, view, nowMicros);
  }

  /** The outlook of a function that is expected; null for a revision that has been replaced. */
  private @Nullable FunctionOutlook follower(FunctionSpec function, long nowMicros) {
    eventMicros = nowMicros;
    FunctionOutlook ofAction = known.ofAction(function.id());
    if (ofAction == null) {
      return known.add(function);
    } else if (ofAction.isOf(function.id())) {
      return ofAction;
    }
    return Revisions.isOlder(ofAction.function().id(), function.id())
        ? new FunctionOutlook(function, 0, clock, typical.of(function.id()), nowMicros)
        : null;
  }

  @Override
  public void started(FunctionSpec function, StartKind start, long nowMicros) {
    placed = start;
    updateBusy(function, nowMicros);
    stemCells.started(function, start, nowMicros);
  }

  @Override
  public void ended(Activation activation, long nowMicros) {
    successors.ended(activation, nowMicros);
  }

  @Override
  public void completed(FunctionSpec function, long nowMicros) {
    updateBusy(function, nowMicros);
  }

  @Override
  public void aborted(FunctionSpec function, long nowMicros) {
    updateBusy(function, nowMicros);
  }

  private void updateBusy(FunctionSpec function, long nowMicros) {
    FunctionOutlook outlook = known.find(function.id());
    if (outlook != null) {
      active.touch(outlook, window);
      outlook.busy(pool.count(function.id()).busy(), nowMicros);
    }
  }

  @Override
  public void startTook(FunctionSpec function, StartKind start, long delayMicros, long nowMicros) {
    FunctionOutlook outlook = known.find(function.id());
    if (outlook != null) {
      outlook.startTimes().took(start, delayMicros, nowMicros);
      typical.took(function.id(), outlook.startTimes(), start, nowMicros);
      outlook.forecasts().leastNeed(planner.leastNeed(outlook));
    }
  }

  /** What is worth more is prepared anew; so no container grows older without work than that. */
  @Override
  public long keepAliveMicros(IdleContainer container, long nowMicros) {
    return fallback.keepAliveMicros(container, nowMicros);
  }

  @Override
  public boolean promotesStemCells() {
    return true;
  }

  /** The value per MB, where memory may become short before {@link PoolAction.Rank} tells it. */
  @Override
  public double evictionRank(IdleContainer container, long nowMicros) {
    if (pool.usedMb() < pool.memoryMb() / 2) {
      return 0;
    }
    FunctionOutlook outlook = known.find(container.function().id());
    if (outlook == null) {
      return 0;
    }
    FunctionCount count = pool.count(container.function().id());
    return planner.valuePerMb(outlook, count, nowMicros);
  }

  @Override
  public long nextPlanMicros(long nowMicros) {
    return (nowMicros / Planner.SLOT_MICROS + 1) * Planner.SLOT_MICROS;
  }

  @Override
  public List<PoolAction> plan(PoolView view, long nowMicros) {
    closeWindows(nowMicros);
    desk.collect().forEach(made -> take(made, nowMicros));
    Map<FunctionSpec, List<Double>> expected = following.wanted(successors, nowMicros);
    List<FunctionOutlook> ruled = active.toPlan(expected.keySet(), view, nowMicros);
    ruled.removeIf(outlook -> !isTrusted(outlook, nowMicros));
    List<PoolAction> actions = planner.plan(ruled, expected, view, nowMicros);
    expected.keySet().removeIf(this::isRuled);
    actions.addAll(follow(expected, view, nowMicros));
    listener.planned(outlooks(nowMicros), nowMicros);
    if (window != stocked && (!ruled.isEmpty() || isAnyTrusted())) {
      stocked = window;
      actions.addAll(stemCells.plan(view, nowMicros));
    }
    return actions;
  }

  /** Whether a function that is expected has just been planned by its forecasts. */
  private boolean isRuled(FunctionSpec function) {
    FunctionOutlook outlook = known.find(function.id());
    return outlook != null
        && outlook.toldTrouble() == null
        && outlook.function().equals(function);
  }

  private Outlooks outlooks(long nowMicros) {
    int young = begun.size() + begunBefore;
    return new LiveOutlooks(known.size(), young, window, round, active, planner, nowMicros);
  }

  private boolean isAnyTrusted() {
    return round.covers(window) && round.trusted() > 0;
  }

  /** New forecasts: of a quiet function only what has changed is looked at. */
  private void take(ForecastRound made, long nowMicros) {
    round = made;
    active.likely(made.likely());
    for (FunctionId function : made.changed()) {
      FunctionOutlook outlook = known.find(function);
      if (outlook != null) {
        isTrusted(outlook, nowMicros);
      }
    }
    for (FunctionId function : made.silent()) {
      FunctionOutlook outlook = known.find(function);
      if (outlook != null && !active.isOpen(outlook)) {
        known.remove(outlook);
        active.forget(outlook);
      }
    }
    made.failures().forEach(f -> listener.forecastFailed(f.function(), f.cause(), nowMicros));
    if (made.leftOut() > 0) {
      listener.forecastsLeftOut(made.leftOut(), nowMicros);
    }
  }

  private boolean isTrusted(FunctionOutlook outlook, long nowMicros) {
    FunctionSpec function = outlook.function();
    @Nullable Trouble now = outlook.trouble(nowMicros);
    @Nullable Trouble before = outlook.toldTrouble();
    outlook.tell(now);
    if (now != null && now != before) {
      listener.fellBack(function, now, nowMicros);
    } else if (now == null && before != null) {
      listener.recovered(function, nowMicros);
    }
    return now == null;
  }

  private void closeWindows(long nowMicros) {
    long current = clock.window(nowMicros);
    if (current == window) {
      return;
    }
    List<ClosedWindow> seen = active.close(window, current, nowMicros);
    desk.submit(new Closed(window, begun, seen));
    begunBefore = begun.size();
    begun = new ArrayList<>();
    window = current;
  }

  @Override
  public List<PoolAction> stemCellTaken(StemCell stemCell, PoolView view, long nowMicros) {
    List<PoolAction> actions = new ArrayList<>(fallback.stemCellTaken(stemCell, view, nowMicros));
    actions.addAll(stemCells.taken(stemCell));
    return actions;
  }

  @Override
  public List<PoolAction> backfill(PoolView view, long nowMicros) {
    return fallback.backfill(view, nowMicros);
  }
}
