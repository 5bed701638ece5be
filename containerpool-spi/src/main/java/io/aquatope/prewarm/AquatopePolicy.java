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
import io.aquatope.prewarm.demand.WindowClock;
import io.aquatope.prewarm.forecast.FallbackReason;
import io.aquatope.prewarm.forecast.ForecastDesk;
import io.aquatope.prewarm.start.TypicalStartTimes;
import io.aquatope.successor.Successors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prepares, keeps, releases and evicts containers by the marginal value of each ready container;
 * see {@link Planner}. Closes windows and collects forecasts as time passes. OpenWhisk's own rule
 * decides about functions whose forecasts cannot be used.
 */
final class AquatopePolicy implements PoolPolicy {

  private final PoolPolicy fallback;
  private final Planner planner;
  private final StemCellStock stemCells;
  private final Successors successors;
  private final SuccessorDemand following;
  private final PrewarmListener listener;
  private final TrackedFunctions functions;
  private final ForecastWindows windows;

  @SuppressWarnings("NullAway.Init") // set by attached, before all other events
  private PoolView pool;

  private long stockedWindow;
  private long restoredWindow;

  /**
   * @param fallback OpenWhisk's own rule
   * @param stemCells the stem cells that it keeps
   */
  AquatopePolicy(
      PoolPolicy fallback,
      List<StemCellSettings> stemCells,
      ForecastDesk desk,
      PrewarmSettings settings,
      Successors successors,
      WindowClock clock,
      PrewarmListener listener) {
    TypicalStartTimes typical = new TypicalStartTimes();
    this.fallback = fallback;
    this.stemCells = new StemCellStock(settings, stemCells, typical.ofStemCells());
    this.planner = new Planner(settings, this.stemCells, listener);
    this.successors = successors;
    this.listener = listener;
    functions =
        new TrackedFunctions(settings.functions(), clock, typical, planner::leastNeed, listener);
    windows = new ForecastWindows(clock, desk, functions, listener);
    following = new SuccessorDemand(f -> functions.startTimes(f).coldSeconds(), settings);
  }

  /** Number of known functions. */
  int known() {
    return functions.size();
  }

  /** Whether a function is known at its revision. */
  boolean knows(FunctionId function) {
    return functions.find(function) != null;
  }

  @Override
  public void attached(PoolView view) {
    pool = view;
    fallback.attached(view);
  }

  @Override
  public List<PoolAction> initially(long nowMicros) {
    windows.begin(nowMicros);
    return fallback.initially(nowMicros);
  }

  @Override
  public void arrived(Activation activation, long nowMicros) {
    windows.close(nowMicros);
    functions.called(activation.function(), nowMicros);
    successors.arrived(activation, nowMicros);
  }

  @Override
  public void leased(Activation lease, long nowMicros) {
    windows.close(nowMicros);
    functions.called(lease.function(), nowMicros);
  }

  @Override
  public void fetched(Activation activation, long nowMicros) {
    windows.close(nowMicros);
    successors.arrived(activation, nowMicros);
  }

  @Override
  public List<PoolAction> followUp(
      Activation activation, @Nullable StartKind start, long nowMicros) {
    double wait = start == null ? 0 : functions.startTimes(activation.function()).seconds(start);
    if (wait > 0) {
      successors.waits(activation, nowMicros + Math.round(wait * 1e6));
    }
    return follow(following.select(successors, activation, nowMicros), nowMicros);
  }

  /**
   * Prepares followers. A new function has no forecast yet, but its predecessors may be known, so
   * UNKNOWN is no obstacle; any other fallback reason is.
   */
  private List<PoolAction> follow(Map<FunctionSpec, List<Double>> expected, long nowMicros) {
    if (expected.isEmpty()) {
      return List.of();
    }
    List<FunctionOutlook> followers = new ArrayList<>();
    for (FunctionSpec function : expected.keySet()) {
      FunctionOutlook outlook = functions.expect(function, nowMicros);
      FallbackReason trouble = outlook == null ? null : outlook.trouble(nowMicros);
      if (outlook != null && (trouble == null || trouble == FallbackReason.UNKNOWN)) {
        followers.add(outlook);
      }
    }
    return planner.prepare(followers, expected, following::total, pool, nowMicros);
  }

  @Override
  public void started(FunctionSpec function, StartKind start, long nowMicros) {
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

  @Override
  public void busyChanged(FunctionSpec function, long nowMicros) {
    updateBusy(function, nowMicros);
  }

  private void updateBusy(FunctionSpec function, long nowMicros) {
    int busy = pool.count(function.id()).busy();
    functions.busy(function, busy, windows.window(), nowMicros);
  }

  @Override
  public void startTook(FunctionSpec function, StartKind start, long delayMicros, long nowMicros) {
    functions.startTook(function, start, delayMicros, nowMicros);
  }

  /**
   * The keep-alive. A container that is worth more is prepared again, so no idle container grows
   * older than this.
   */
  @Override
  public long keepAliveMicros(IdleContainer container, long nowMicros) {
    return fallback.keepAliveMicros(container, nowMicros);
  }

  @Override
  public boolean promotesStemCells() {
    return true;
  }

  @Override
  public boolean evictsStemCells() {
    return true;
  }

  /**
   * The value per MB. Applies when memory becomes short before the next {@link PoolAction.Rerank}.
   */
  @Override
  public double evictionRank(IdleContainer container, long nowMicros) {
    if (pool.usedMb() < pool.memoryMb() / 2) {
      return 0;
    }
    FunctionOutlook outlook = functions.find(container.function().id());
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
  public List<PoolAction> plan(long nowMicros) {
    windows.close(nowMicros);
    windows.collect(nowMicros);
    Map<FunctionSpec, List<Double>> expected = following.select(successors, nowMicros);
    List<FunctionOutlook> ruled = functions.active().beginPlan(expected.keySet(), pool, nowMicros);
    ruled.forEach(outlook -> windows.reportTrust(outlook, nowMicros));
    ruled.removeIf(outlook -> outlook.reportedReason() != null);
    List<PoolAction> actions = planner.plan(ruled, expected, pool, nowMicros);
    expected.keySet().removeIf(this::isRuled);
    actions.addAll(follow(expected, nowMicros));
    listener.planned(windows.outlooks(planner, nowMicros), nowMicros);
    long window = windows.window();
    if (window != stockedWindow && (!ruled.isEmpty() || windows.isAnyTrusted())) {
      stockedWindow = window;
      restoredWindow = window;
      actions.addAll(stemCells.plan(pool, nowMicros));
    } else if (window != restoredWindow) {
      restoredWindow = window;
      actions.addAll(stemCells.restore(pool));
    }
    return actions;
  }

  /** Whether an expected function has just been planned by its forecasts. */
  private boolean isRuled(FunctionSpec function) {
    FunctionOutlook outlook = functions.find(function.id());
    return outlook != null
        && outlook.reportedReason() == null
        && outlook.function().equals(function);
  }

  @Override
  public List<PoolAction> stemCellTaken(StemCell stemCell, long nowMicros) {
    List<PoolAction> actions = new ArrayList<>(fallback.stemCellTaken(stemCell, nowMicros));
    actions.addAll(stemCells.taken(stemCell));
    return actions;
  }

  @Override
  public List<PoolAction> backfill(long nowMicros) {
    return fallback.backfill(nowMicros);
  }
}
