/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import static com.google.common.base.Preconditions.checkState;

import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.machine.PooledContainer.State;
import java.util.HashMap;
import java.util.Map;

/**
 * Check of a pool's sums against its containers, in time that grows with them: for replays and
 * tests, not for each event of an invoker.
 */
final class PoolConsistency {

  private final PoolState state;
  private final Map<FunctionId, FunctionCount> functions = new HashMap<>();
  private long usedMb;
  private long busy;
  private long busyMb;
  private long busyMilliCores;
  private long idle;
  private long idleMb;
  private long stemCells;
  private long stemCellMb;
  private long preparingMb;
  private long excessMb;

  PoolConsistency(PoolState state) {
    this.state = state;
  }

  /**
   * Compares each sum with the containers that it is about.
   *
   * @throws IllegalStateException naming the sum and both values
   */
  void check() {
    state.containers.values().forEach(this::count);
    equal("used MB", state.usedMb(), usedMb);
    equal("busy containers", state.busyContainers(), busy);
    equal("busy MB", state.busyMb(), busyMb);
    equal("CPU in use", state.busyMilliCores(), busyMilliCores);
    equal("idle containers", state.idleContainers(), idle);
    equal("idle MB", state.idleMb(), idleMb);
    equal("stem cells", state.stemCells(), stemCells);
    equal("stem cell MB", state.stemCellMb(), stemCellMb);
    equal("preparing MB", state.preparingMb(), preparingMb);
    equal("MB beyond what functions ask for", state.excessMb(), excessMb);
    checkState(
        usedMb <= state.memoryMb(),
        "the pool uses %s MB, expected at most %s",
        usedMb,
        state.memoryMb());
    checkState(
        functions.keySet().equals(state.functions()),
        "functions with containers: %s by the index, %s by the containers",
        state.functions(),
        functions.keySet());
    functions.forEach(
        (function, counted) ->
            checkState(
                state.count(function).equals(counted),
                "%s has %s by its index, %s by its containers",
                function,
                state.count(function),
                counted));
  }

  private void count(PooledContainer container) {
    int mb = container.memoryMb();
    usedMb += mb;
    if (container.isStemCell()) {
      stemCells++;
      stemCellMb += mb;
      return;
    }
    excessMb += container.excessMb();
    boolean isBusy = container.active > 0;
    boolean isPreparing = container.state == State.PREPARING && !isBusy;
    if (isBusy) {
      checkState(!container.isIdle(), "container %s is busy and idle", container.id);
      busy++;
      busyMb += mb;
      busyMilliCores += container.milliCores;
    }
    if (container.isIdle()) {
      idle++;
      idleMb += mb;
    }
    if (isPreparing) {
      preparingMb += mb;
    }
    functions.merge(
        container.function().id(),
        new FunctionCount(
            isBusy ? 1 : 0,
            container.isIdle() && !container.isPrepared() ? 1 : 0,
            container.isPrepared() ? 1 : 0,
            isPreparing ? 1 : 0),
        FunctionCount::plus);
  }

  private static void equal(String sum, long kept, long counted) {
    checkState(kept == counted, "%s: %s by the sum, %s by the containers", sum, kept, counted);
  }
}
