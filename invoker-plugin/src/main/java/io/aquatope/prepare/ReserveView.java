/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.StemCellCount;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A reserve as policies see it. Memory is that of the reserve alone. The counts of a function also
 * include its containers in OpenWhisk's pool, because they serve its calls first.
 */
final class ReserveView implements PoolView {

  private static final FunctionCount NONE = new FunctionCount(0, 0, 0, 0);

  private final long memoryMb;
  private final Map<FunctionId, FunctionCount> counts = new HashMap<>();
  private long preparedMb;
  private long preparingMb;
  private int prepared;

  ReserveView(long memoryMb) {
    this.memoryMb = memoryMb;
  }

  /** Records changes of the number of a function's busy and idle containers in OpenWhisk's pool. */
  void inPool(FunctionId function, int busy, int idle) {
    FunctionCount count = count(function);
    put(
        function,
        new FunctionCount(
            count.busy() + busy, count.idle() + idle, count.prepared(), count.preparing()));
  }

  void prepared(FunctionId function, int change, int memoryMbEach) {
    FunctionCount count = count(function);
    put(
        function,
        new FunctionCount(
            count.busy(), count.idle(), count.prepared() + change, count.preparing()));
    prepared += change;
    preparedMb += (long) change * memoryMbEach;
  }

  void preparing(FunctionId function, int change, int memoryMbEach) {
    FunctionCount count = count(function);
    put(
        function,
        new FunctionCount(
            count.busy(), count.idle(), count.prepared(), count.preparing() + change));
    preparingMb += (long) change * memoryMbEach;
  }

  private void put(FunctionId function, FunctionCount count) {
    if (count.equals(NONE)) {
      counts.remove(function);
    } else {
      counts.put(function, count);
    }
  }

  boolean fits(int mb) {
    return usedMb() + mb <= memoryMb;
  }

  @Override
  public Set<FunctionId> functions() {
    return Collections.unmodifiableSet(counts.keySet());
  }

  @Override
  public FunctionCount count(FunctionId function) {
    return counts.getOrDefault(function, NONE);
  }

  @Override
  public long memoryMb() {
    return memoryMb;
  }

  @Override
  public long usedMb() {
    return preparedMb + preparingMb;
  }

  @Override
  public int idleContainers() {
    return prepared;
  }

  @Override
  public long idleMb() {
    return preparedMb;
  }

  @Override
  public long preparingMb() {
    return preparingMb;
  }

  @Override
  public int busyContainers() {
    return 0;
  }

  @Override
  public long busyMb() {
    return 0;
  }

  @Override
  public long busyMilliCores() {
    return 0;
  }

  @Override
  public int stemCells() {
    return 0;
  }

  @Override
  public long stemCellMb() {
    return 0;
  }

  @Override
  public StemCellCount count(StemCell stemCell) {
    return new StemCellCount(0, 0);
  }

  @Override
  public int buffered() {
    return 0;
  }

  @Override
  public long bufferedMb() {
    return 0;
  }
}
