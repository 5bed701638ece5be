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
import io.aquatope.prewarm.ForecastDesk.ClosedWindow;
import io.aquatope.prewarm.demand.WindowClock;
import io.aquatope.successor.Successors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The marginal value of each ready container decides what is prepared, kept, let go and evicted;
 * see {@link Planner}. Windows are closed and forecasts collected as time goes by; a function about
 * which forecasts cannot decide is left to OpenWhisk's own rule.
 */
final class AquatopePolicy implements PoolPolicy {

  /** A function that was not called for so many windows is forgotten. */
  private static final int FORGET = 2880;

  private final PoolPolicy fallback;
  private final ForecastDesk desk;
  private final Planner planner;
  private final StemCellStock stemCells;
  private final Successors successors;
  private final SuccessorDemand following;
  private final PrewarmListener listener;
  private final WindowClock clock;
  private final Map<FunctionId, FunctionOutlook> outlooks = new LinkedHashMap<>();
  private final Map<FunctionId, Trouble> troubles = new HashMap<>();
  private final TypicalStartTimes typical = new TypicalStartTimes();

  @SuppressWarnings("NullAway.Init") // told by initially, before all other events
  private PoolView pool;

  /** How the activation that arrived last has been placed; null as long as it waits. */
  private @Nullable StartKind placed;

  private long window;
  private long stocked;

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
    this.following =
        new SuccessorDemand(function -> outlook(function).startTimes().coldSeconds(), settings);
    this.clock = clock;
    this.listener = listener;
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
    outlook(activation.function()).called(nowMicros);
    successors.arrived(activation, nowMicros);
  }

  @Override
  public List<PoolAction> followUp(Activation activation, PoolView view, long nowMicros) {
    StartKind start = placed;
    double wait = start == null ? 0 : outlook(activation.function()).startTimes().seconds(start);
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
      Trouble trouble = outlook(function).trouble(nowMicros);
      if (trouble == null || trouble == Trouble.UNKNOWN) {
        followers.add(outlook(function));
      }
    }
    return planner.prepare(followers, expected, following::total, view, nowMicros);
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
    outlook(function).busy(pool.count(function.id()).busy(), nowMicros);
  }

  private FunctionOutlook outlook(FunctionSpec function) {
    return outlooks.computeIfAbsent(
        function.id(), id -> new FunctionOutlook(function, clock, typical.of(id)));
  }

  @Override
  public void startTook(FunctionSpec function, StartKind start, long delayMicros, long nowMicros) {
    StartTimes times = outlook(function).startTimes();
    times.took(start, delayMicros, nowMicros);
    typical.took(function.id(), times, start, nowMicros);
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
    FunctionOutlook outlook = outlook(container.function());
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
    for (Forecast forecast : desk.collect()) {
      FunctionOutlook outlook = outlooks.get(forecast.function());
      if (outlook != null) {
        outlook.forecast(forecast);
      }
    }
    List<FunctionOutlook> ruled = new ArrayList<>();
    for (FunctionOutlook outlook : outlooks.values()) {
      if (isTrusted(outlook, nowMicros)) {
        ruled.add(outlook);
      }
    }
    Map<FunctionSpec, List<Double>> expected = following.wanted(successors, nowMicros);
    List<PoolAction> actions = planner.plan(ruled, expected, view, nowMicros);
    ruled.forEach(outlook -> expected.remove(outlook.function()));
    actions.addAll(follow(expected, view, nowMicros));
    listener.planned(new LiveOutlooks(outlooks, troubles, planner, nowMicros), nowMicros);
    if (window != stocked && !ruled.isEmpty()) {
      stocked = window;
      actions.addAll(stemCells.plan(view, nowMicros));
    }
    return actions;
  }

  private boolean isTrusted(FunctionOutlook outlook, long nowMicros) {
    FunctionSpec function = outlook.function();
    @Nullable Trouble now = outlook.trouble(nowMicros);
    @Nullable Trouble before =
        now == null ? troubles.remove(function.id()) : troubles.put(function.id(), now);
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
    List<ClosedWindow> closed = new ArrayList<>();
    Set<FunctionId> forgotten = new HashSet<>();
    outlooks.forEach(
        (function, outlook) -> {
          closed.add(new ClosedWindow(function, outlook.close(window, nowMicros)));
          if (outlook.silentWindows() > FORGET) {
            forgotten.add(function);
          }
        });
    outlooks.keySet().removeAll(forgotten);
    troubles.keySet().removeAll(forgotten);
    closed.removeIf(one -> forgotten.contains(one.function()));
    window = current;
    desk.submit(closed);
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
