/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

import static com.google.common.base.Preconditions.checkState;

import io.aquatope.pool.PooledContainer.State;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Check of a pool's sums against its containers, in time that grows with them: for replays and
 * tests, not for each event of an invoker.
 */
final class PoolConsistency {

  private final PoolState state;

  PoolConsistency(PoolState state) {
    this.state = state;
  }

  /**
   * Compares each sum with the containers that it is about.
   *
   * @throws IllegalStateException naming the sum and both values
   */
  void check() {
    Predicate<PooledContainer> all = container -> true;
    Predicate<PooledContainer> busy = container -> container.active > 0;
    Predicate<PooledContainer> preparing =
        container -> container.state == State.PREPARING && container.active == 0;
    equal("used MB", state.usedMb(), mb(all));
    equal("busy containers", state.busyContainers(), count(busy));
    equal("busy MB", state.busyMb(), mb(busy));
    equal("idle containers", state.idleContainers(), count(PooledContainer::isIdle));
    equal("idle MB", state.idleMb(), mb(PooledContainer::isIdle));
    equal("busy and idle", 0, count(busy.and(PooledContainer::isIdle)));
    equal("stem cells", state.stemCells(), count(PooledContainer::isStemCell));
    equal("stem cell MB", state.stemCellMb(), mb(PooledContainer::isStemCell));
    equal("preparing MB", state.preparingMb(), mb(preparing));
    equal("CPU in use", state.busyMilliCores(), milliCores(busy));
    checkState(
        state.usedMb() <= state.memoryMb(),
        "the pool uses %s MB, expected at most %s",
        state.usedMb(),
        state.memoryMb());
    checkFunctions();
  }

  private void checkFunctions() {
    Map<FunctionId, FunctionCount> counted = new HashMap<>();
    for (PooledContainer container : state.containers.values()) {
      if (!container.isStemCell()) {
        counted.merge(container.function().id(), countOf(container), PoolConsistency::sum);
      }
    }
    checkState(
        counted.keySet().equals(state.functions()),
        "functions with containers: %s by the index, %s by the containers",
        state.functions(),
        counted.keySet());
    counted.forEach(
        (function, expected) ->
            checkState(
                state.count(function).equals(expected),
                "%s has %s by its index, %s by its containers",
                function,
                state.count(function),
                expected));
  }

  private static FunctionCount countOf(PooledContainer container) {
    boolean busy = container.active > 0;
    return new FunctionCount(
        busy ? 1 : 0,
        container.isIdle() && !container.isPrepared() ? 1 : 0,
        container.isPrepared() ? 1 : 0,
        container.state == State.PREPARING && !busy ? 1 : 0);
  }

  private static FunctionCount sum(FunctionCount a, FunctionCount b) {
    return new FunctionCount(
        a.busy() + b.busy(),
        a.idle() + b.idle(),
        a.prepared() + b.prepared(),
        a.preparing() + b.preparing());
  }

  private static void equal(String sum, long kept, long counted) {
    checkState(kept == counted, "%s: %s by the sum, %s by the containers", sum, kept, counted);
  }

  private long count(Predicate<PooledContainer> which) {
    return state.containers.values().stream().filter(which).count();
  }

  private long mb(Predicate<PooledContainer> which) {
    return state.containers.values().stream()
        .filter(which)
        .mapToLong(PooledContainer::memoryMb)
        .sum();
  }

  private long milliCores(Predicate<PooledContainer> which) {
    return state.containers.values().stream()
        .filter(which)
        .mapToLong(container -> container.milliCores)
        .sum();
  }
}
