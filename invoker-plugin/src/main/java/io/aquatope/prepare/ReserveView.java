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
    add(function, new FunctionCount(busy, idle, 0, 0));
  }

  void prepared(FunctionId function, int change, int memoryMbEach) {
    add(function, new FunctionCount(0, 0, change, 0));
    prepared += change;
    preparedMb += (long) change * memoryMbEach;
  }

  void preparing(FunctionId function, int change, int memoryMbEach) {
    add(function, new FunctionCount(0, 0, 0, change));
    preparingMb += (long) change * memoryMbEach;
  }

  private void add(FunctionId function, FunctionCount change) {
    FunctionCount count = count(function).plus(change);
    if (count.equals(FunctionCount.NONE)) {
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
    return counts.getOrDefault(function, FunctionCount.NONE);
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
    return StemCellCount.NONE;
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
