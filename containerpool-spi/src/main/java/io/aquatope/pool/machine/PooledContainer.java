/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import io.aquatope.pool.Activation;
import io.aquatope.pool.ContainerId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import org.jspecify.annotations.Nullable;

/** The pool's own record of one container. */
final class PooledContainer implements IdleContainer {

  enum State {
    STEM_CELL_STARTING,
    STEM_CELL,
    PREPARING,
    PREPARED,
    WARMING_COLD,
    WARMING,
    WARM,
    /** Ordered to be removed, or about to end by itself: takes no more activations. */
    LEAVING
  }

  /** State of preparation ahead of calls. */
  enum Preparation {
    NONE,
    GOING_ON,
    DONE
  }

  final ContainerId id;
  final StemCell stemCell;
  State state;

  /** Activations that were given to this container and are not known to have ended. */
  int active;

  /**
   * The only activation that is active in it; null if there is none, or it is not known which one.
   */
  private @Nullable Activation alone;

  /** The CPU that it holds while activations run in it. */
  int milliCores;

  /** Depth of its preparation, if it is prepared. */
  PreparationDepth depth = PreparationDepth.INITIALISED;

  /** Applies until its first activation has ended; then the container is like any other. */
  Preparation preparation = Preparation.NONE;

  /** When it ran last, or became ready. */
  long lastUsedMicros;

  /** When it became idle last. */
  long idleSinceMicros;

  /** Grows whenever the container leaves the idle state. Old queue entries are recognised by it. */
  int idlePeriod;

  /**
   * Grows whenever the container is ranked for eviction. The previous rank is then recognised as
   * outdated.
   */
  int ranking;

  /** Whether it goes as soon as it runs nothing. */
  boolean retired;

  private @Nullable FunctionSpec function;
  private @Nullable FunctionContainers siblings;

  /** Neighbours in the {@link ContainerList} that holds this container, if any. */
  @Nullable PooledContainer previous;

  @Nullable PooledContainer next;
  @Nullable ContainerList list;

  PooledContainer(ContainerId id, StemCell stemCell, State state) {
    this.id = id;
    this.stemCell = stemCell;
    this.state = state;
  }

  /** Assigns the container to a function for the rest of its life. */
  void assign(FunctionSpec assigned, FunctionContainers containersOfFunction) {
    function = assigned;
    siblings = containersOfFunction;
  }

  /**
   * Takes one more activation of its function.
   *
   * @param activation the activation
   * @param needMilliCores the CPU that it holds from now on, if it was not busy
   */
  void begin(Activation activation, int needMilliCores, long nowMicros) {
    alone = active == 0 ? activation : null;
    if (active == 0) {
      milliCores = needMilliCores;
    }
    if (state != State.WARM && state != State.WARMING_COLD) {
      state = State.WARMING;
    }
    active++;
    lastUsedMicros = nowMicros;
  }

  /** Ends one of its activations; returns that activation if it is known. */
  @Nullable Activation end() {
    Activation ended = alone;
    alone = null;
    active--;
    return ended;
  }

  /**
   * Ends the lease of a container that has run nothing under it. Unless it has run its function
   * before, it is prepared again: as deeply as it was prepared, or created only.
   */
  void endUnused() {
    alone = null;
    active--;
    if (state == State.WARM) {
      return;
    }
    if (preparation == Preparation.NONE) {
      preparation = Preparation.DONE;
      depth = PreparationDepth.CREATED;
    }
    state = preparation == Preparation.GOING_ON ? State.PREPARING : State.PREPARED;
  }

  @Override
  public FunctionSpec function() {
    if (function == null) {
      throw new IllegalStateException(id + " is a stem cell");
    }
    return function;
  }

  /** The containers of its function. */
  FunctionContainers siblings() {
    if (siblings == null) {
      throw new IllegalStateException(id + " is a stem cell");
    }
    return siblings;
  }

  boolean isStemCell() {
    return function == null;
  }

  @Override
  public boolean isPrepared() {
    return state == State.PREPARED;
  }

  /** Whether a failure now would be a failure of the preparation, and not of an activation. */
  boolean isPreparedAhead() {
    return preparation == Preparation.GOING_ON || state == State.PREPARED;
  }

  @Override
  public long lastUsedMicros() {
    return lastUsedMicros;
  }

  int memoryMb() {
    return stemCell.memoryMb();
  }

  /** Memory that it takes beyond what its function asks for, in MB. */
  int excessMb() {
    return memoryMb() - function().memoryMb();
  }

  /** Whether it is ready for its function and runs nothing. */
  boolean isIdle() {
    return active == 0 && (state == State.WARM || state == State.PREPARED);
  }

  /**
   * Whether it may be evicted: it runs nothing, and is ready or being prepared for its function.
   */
  boolean isEvictable() {
    return isIdle() || (active == 0 && state == State.PREPARING);
  }

  /** The kind of start that an activation would have in this container now. */
  StartKind startKind() {
    return switch (state) {
      case WARM -> StartKind.WARM;
      case PREPARED -> depth == PreparationDepth.CREATED ? StartKind.CREATED : StartKind.PREPARED;
      case WARMING -> StartKind.WARMING;
      case WARMING_COLD -> StartKind.WARMING_COLD;
      case STEM_CELL -> StartKind.STEM_CELL;
      case PREPARING -> StartKind.PREPARING;
      case STEM_CELL_STARTING, LEAVING ->
          throw new IllegalStateException(id + " is " + state + " and takes no activation");
    };
  }

  boolean hasCapacity() {
    return active < function().maxConcurrent();
  }
}
