/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import static com.google.common.base.Preconditions.checkArgument;

import io.aquatope.pool.ContainerId;
import io.aquatope.pool.CpuSlots;
import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.StemCellCount;
import io.aquatope.pool.machine.PooledContainer.State;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The containers of a pool, its buffer, and the memory that they take, with an index for each
 * question of placement.
 *
 * <p>A container changes between {@link #take}, which removes it from every index and sum, and
 * {@link #put}, which adds it again by its new state. So the sums cannot drift from the containers.
 */
final class PoolState implements PoolView {

  /**
   * The memory that busy containers have left of half of all, for each MB that containers may take
   * beyond what their functions ask for.
   */
  private static final int ROOM_FOR_EXCESS = 8;

  private final long memoryMb;
  private final CpuSlots cpu;
  private final boolean evictsStemCells;
  final Map<ContainerId, PooledContainer> containers = new HashMap<>();
  final Map<FunctionId, FunctionContainers> functions = new HashMap<>();
  private final StemCellShelf stemCells;
  final ActivationBuffer buffer = new ActivationBuffer();
  private long lastContainer;
  private boolean disabled;

  private long usedMb;
  private int busyContainers;
  private long busyMb;
  private final MemoryPeak peak = new MemoryPeak();
  private long busyMilliCores;
  private int idleContainers;
  private long idleMb;
  private int stemCellCount;
  private long stemCellMb;
  private long preparingMb;
  private long excessMb;

  /**
   * @param policy which decides whether stem cells are promoted and evicted
   */
  PoolState(long memoryMb, CpuSlots cpu, PoolPolicy policy) {
    this.memoryMb = memoryMb;
    this.cpu = cpu;
    this.stemCells = new StemCellShelf(policy.promotesStemCells());
    this.evictsStemCells = policy.evictsStemCells();
  }

  PooledContainer addStemCell(StemCell stemCell) {
    return add(new PooledContainer(nextId(), stemCell, State.STEM_CELL_STARTING));
  }

  PooledContainer add(FunctionSpec function, State state) {
    PooledContainer container = new PooledContainer(nextId(), function.stemCell(), state);
    assign(container, function);
    return add(container);
  }

  private ContainerId nextId() {
    return new ContainerId(++lastContainer);
  }

  private PooledContainer add(PooledContainer container) {
    containers.put(container.id, container);
    usedMb += container.memoryMb();
    put(container);
    return container;
  }

  /** Assigns a container to a function. The container is new, or is being changed. */
  void assign(PooledContainer container, FunctionSpec function) {
    FunctionContainers siblings =
        functions.computeIfAbsent(function.id(), id -> new FunctionContainers());
    siblings.members++;
    container.assign(function, siblings);
  }

  /** Forgets a container and frees its memory. */
  void remove(PooledContainer container) {
    take(container);
    containers.remove(container.id);
    usedMb -= container.memoryMb();
    if (!container.isStemCell() && --container.siblings().members == 0) {
      functions.remove(container.function().id());
    }
    container.state = State.LEAVING;
  }

  /** Removes a container from every index and sum, so that it may change. */
  void take(PooledContainer container) {
    ContainerList.unlink(container);
    account(container, -1);
    container.idlePeriod++;
  }

  /** Adds a container to the indexes and sums by its state and load. */
  void put(PooledContainer container) {
    account(container, 1);
    if (container.isStemCell()) {
      StemCells cells = stemCells.of(container.stemCell);
      (container.state == State.STEM_CELL ? cells.ready : cells.starting).add(container);
    } else {
      container.siblings().file(container);
    }
  }

  private void account(PooledContainer container, int sign) {
    long mb = sign * (long) container.memoryMb();
    if (container.isStemCell()) {
      stemCellCount += sign;
      stemCellMb += mb;
      return;
    }
    excessMb += sign * (long) container.excessMb();
    FunctionContainers function = container.siblings();
    if (container.active > 0) {
      busyContainers += sign;
      busyMb += mb;
      busyMilliCores += sign * (long) container.milliCores;
      function.busy += sign;
    } else if (container.isIdle()) {
      idleContainers += sign;
      idleMb += mb;
      function.idle += container.isPrepared() ? 0 : sign;
    } else if (container.state == State.PREPARING) {
      preparingMb += mb;
    }
  }

  @Nullable PooledContainer find(ContainerId id) {
    return containers.get(id);
  }

  /** The containers of a function, or null if it has none. */
  @Nullable FunctionContainers find(FunctionId function) {
    return functions.get(function);
  }

  @Nullable StemCells find(StemCell stemCell) {
    return stemCells.find(stemCell);
  }

  /** The container nearest to ready that can take an activation of the function, or null. */
  @Nullable PooledContainer nearestToReady(FunctionSpec function, long nowMicros) {
    FunctionContainers own = functions.get(function.id());
    PooledContainer container = own == null ? null : own.nearestToReady();
    if (container == null) {
      container = stemCells.oldestFor(function.stemCell(), mostExcessMb(nowMicros));
    }
    return container == null && own != null ? own.preparing.oldest() : container;
  }

  /**
   * The memory that a container may take beyond what its function asks for. None while busy
   * containers have recently taken half of the memory: the excess could make an activation wait.
   * Load may also rise within one run, so the excess of all containers together is an eighth of
   * what is left of that half.
   */
  private long mostExcessMb(long nowMicros) {
    return (memoryMb / 2 - recentlyBusyMb(nowMicros)) / ROOM_FOR_EXCESS - excessMb;
  }

  /** Memory that containers take beyond what their functions ask for, in MB. */
  long excessMb() {
    return excessMb;
  }

  /** Whether busy containers have recently left at least half of the memory. */
  private boolean isRoomy(long nowMicros) {
    return recentlyBusyMb(nowMicros) <= memoryMb / 2;
  }

  private long recentlyBusyMb(long nowMicros) {
    return Math.max(busyMb, peak.mb(nowMicros));
  }

  /**
   * Whether a container takes more memory than its function asks for, and may no longer. While it
   * runs, the excess could make activations wait that would not wait under OpenWhisk's rules.
   */
  boolean isOversized(PooledContainer container, long nowMicros) {
    return container.excessMb() > 0 && !isRoomy(nowMicros);
  }

  /** Notes the memory of busy containers after one has become busy. */
  void noteBusy(long nowMicros) {
    peak.note(busyMb, nowMicros);
  }

  /** The stem cell of any kind and memory that has been ready for longest, or null. */
  @Nullable PooledContainer oldestStemCell() {
    return stemCells.oldest();
  }

  /**
   * Rejects a function that can never fit: its activation would wait for ever, and block all behind
   * it.
   */
  void checkCanFit(FunctionSpec function) {
    checkArgument(
        function.memoryMb() <= memoryMb,
        "%s needs %s MB, expected at most the %s MB of the pool",
        function.id(),
        function.memoryMb(),
        memoryMb);
  }

  /** Whether no lease begins and nothing is started ahead of calls. */
  boolean isDisabled() {
    return disabled;
  }

  void setDisabled(boolean isDisabled) {
    disabled = isDisabled;
  }

  boolean fits(long mb) {
    return usedMb + mb <= memoryMb;
  }

  /**
   * Whether CPU suffices to start an activation.
   *
   * @param container the container to use, or null for a new one; a busy one holds its CPU already
   */
  boolean fitsCpu(FunctionSpec function, @Nullable PooledContainer container) {
    return (container != null && container.active > 0)
        || cpu.needOf(function) <= cpu.milliCores() - busyMilliCores;
  }

  /** The CPU that a container of a function holds while it is busy. */
  int cpuNeedOf(FunctionSpec function) {
    return cpu.needOf(function);
  }

  /**
   * Whether evicting all containers that run nothing makes room. Stem cells stay under OpenWhisk's
   * rules, unless nothing runs whose end could make room: the activation would then wait for ever.
   */
  boolean fitsByEviction(long mb) {
    long evictable = idleMb + preparingMb;
    if (evictsStemCells) {
      evictable += stemCellMb;
    } else if (busyContainers == 0) {
      evictable += stemCells.readyMb();
    }
    return usedMb - evictable + mb <= memoryMb;
  }

  @Override
  public long memoryMb() {
    return memoryMb;
  }

  @Override
  public long usedMb() {
    return usedMb;
  }

  @Override
  public int busyContainers() {
    return busyContainers;
  }

  @Override
  public long busyMb() {
    return busyMb;
  }

  @Override
  public long busyMilliCores() {
    return busyMilliCores;
  }

  @Override
  public int idleContainers() {
    return idleContainers;
  }

  @Override
  public long idleMb() {
    return idleMb;
  }

  @Override
  public int stemCells() {
    return stemCellCount;
  }

  @Override
  public long stemCellMb() {
    return stemCellMb;
  }

  @Override
  public long preparingMb() {
    return preparingMb;
  }

  @Override
  public int buffered() {
    return buffer.size();
  }

  @Override
  public long bufferedMb() {
    return buffer.memoryMb();
  }

  @Override
  public StemCellCount count(StemCell stemCell) {
    StemCells cells = stemCells.find(stemCell);
    return cells == null ? StemCellCount.NONE : cells.count();
  }

  @Override
  public Set<FunctionId> functions() {
    return Collections.unmodifiableSet(functions.keySet());
  }

  @Override
  public FunctionCount count(FunctionId function) {
    FunctionContainers found = functions.get(function);
    return found == null ? FunctionCount.NONE : found.count();
  }
}
