/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.policy.StemCellSettings;
import io.aquatope.prewarm.start.FunctionStartTimes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps as many stem cells of each kind as {@link StemCellDemand} finds worth their memory, and
 * never fewer than operators have configured.
 */
final class StemCellStock {

  /** Kind of images that developers supply. They have no runtime that functions could share. */
  private static final String BLACKBOX = "blackbox";

  /** Stem cells are evicted last, so they must not fill the pool. */
  private static final double MOST_OF_FREE = 0.1;

  private final PrewarmSettings settings;
  private final FunctionStartTimes startTimes;
  private final Map<StemCell, Integer> configured = new LinkedHashMap<>();
  private final Map<String, StemCellDemand> demands = new LinkedHashMap<>();
  private Map<StemCell, Integer> stock = new LinkedHashMap<>();

  /**
   * @param configured the stem cells that OpenWhisk's own rule keeps
   * @param startTimes start times of all functions together
   */
  StemCellStock(
      PrewarmSettings settings, List<StemCellSettings> configured, FunctionStartTimes startTimes) {
    this.settings = settings;
    this.startTimes = startTimes;
    configured.forEach(cells -> this.configured.put(cells.stemCell(), cells.initialCount()));
  }

  private double createSeconds() {
    return startTimes.coldSeconds() - startTimes.initSeconds();
  }

  /** An activation has been given to a container. */
  void started(FunctionSpec function, StartKind start, long nowMicros) {
    boolean couldUseOne = start.isCold() || start == StartKind.STEM_CELL;
    if (settings.stemCells() && couldUseOne && !function.kind().equals(BLACKBOX)) {
      demands
          .computeIfAbsent(function.kind(), kind -> new StemCellDemand(nowMicros))
          .called(function.memoryMb(), start == StartKind.STEM_CELL, createSeconds(), nowMicros);
    }
  }

  /** The probability that a function without a container of its own finds a stem cell. */
  double chance(FunctionSpec function) {
    StemCellDemand demand = demands.get(function.kind());
    return demand == null || !isAnyFor(function) ? 0 : demand.servedShare();
  }

  private boolean isAnyFor(FunctionSpec function) {
    for (StemCell cell : stock.keySet()) {
      if (cell.memoryMb() >= function.memoryMb() && cell.kind().equals(function.kind())) {
        return true;
      }
    }
    return false;
  }

  /** Starts and removals of stem cells that reach the number worth their memory. */
  List<PoolAction> plan(PoolView pool, long nowMicros) {
    demands.values().forEach(demand -> demand.fade(nowMicros));
    Map<StemCell, Integer> wanted = wanted(pool, nowMicros);
    List<PoolAction> actions = new ArrayList<>();
    Map<StemCell, Integer> before = new HashMap<>(stock);
    before.keySet().removeAll(wanted.keySet());
    before.keySet().forEach(cell -> expireBeyond(0, cell, pool, nowMicros, actions));
    wanted.forEach(
        (cell, count) -> {
          expireBeyond(count, cell, pool, nowMicros, actions);
          actions.add(topUp(cell, count));
        });
    stock = wanted;
    actions.addAll(restore(pool));
    return actions;
  }

  /** Starts of the configured stem cells that have been evicted since. */
  List<PoolAction> restore(PoolView pool) {
    List<PoolAction> actions = new ArrayList<>();
    configured.forEach(
        (cell, count) -> {
          if (!stock.containsKey(cell) && pool.count(cell).total() < count) {
            actions.add(new PoolAction.TopUpStemCells(cell, count));
          }
        });
    return actions;
  }

  private PoolAction topUp(StemCell cell, int wanted) {
    return new PoolAction.TopUpStemCells(cell, Math.max(wanted, configured(cell)));
  }

  private int configured(StemCell cell) {
    return configured.getOrDefault(cell, 0);
  }

  private Map<StemCell, Integer> wanted(PoolView pool, long nowMicros) {
    Map<StemCell, Integer> wanted = new LinkedHashMap<>();
    double left = (pool.memoryMb() - pool.busyMb() - pool.bufferedMb()) * MOST_OF_FREE;
    left = Math.min(left, (double) settings.memoryMb());
    for (Map.Entry<String, StemCellDemand> demand : demands.entrySet()) {
      for (int mb : demand.getValue().wanted(createSeconds(), settings, nowMicros)) {
        if (mb <= left) {
          wanted.merge(new StemCell(demand.getKey(), mb), 1, Integer::sum);
          left -= mb;
        }
      }
    }
    return wanted;
  }

  private void expireBeyond(
      int wanted, StemCell cell, PoolView pool, long nowMicros, List<PoolAction> actions) {
    int excess = pool.count(cell).total() - Math.max(wanted, configured(cell));
    if (excess > 0) {
      actions.add(new PoolAction.ExpireStemCells(cell, nowMicros, excess));
    }
  }

  /** Starts after a stem cell has been taken. */
  List<PoolAction> taken(StemCell taken) {
    Integer count = stock.get(taken);
    return count == null ? List.of() : List.of(topUp(taken, count));
  }
}
