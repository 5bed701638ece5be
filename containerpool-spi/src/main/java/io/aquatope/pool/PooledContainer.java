/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

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
    /** Ordered to be removed, or about to end by itself: serves nothing any more. */
    LEAVING
  }

  final ContainerId id;
  final StemCell stemCell;
  State state;

  /** Activations that were given to this container and are not known to have ended. */
  int active;

  /** When it ran last, or became ready. */
  long lastUsedMicros;

  /** Grows whenever the container leaves the idle state, so that old queue entries are known. */
  int idlePeriod;

  private @Nullable FunctionSpec function;

  /** Neighbours in the {@link ContainerList} that holds this container, if one does. */
  @Nullable PooledContainer previous;

  @Nullable PooledContainer next;
  @Nullable ContainerList list;

  PooledContainer(ContainerId id, StemCell stemCell, State state) {
    this.id = id;
    this.stemCell = stemCell;
    this.state = state;
  }

  static PooledContainer forFunction(ContainerId id, FunctionSpec function, State state) {
    PooledContainer container = new PooledContainer(id, function.stemCell(), state);
    container.function = function;
    return container;
  }

  /** A stem cell becomes a container of the function; for ever. */
  void assign(FunctionSpec function) {
    this.function = function;
  }

  @Override
  public FunctionSpec function() {
    if (function == null) {
      throw new IllegalStateException(id + " is a stem cell");
    }
    return function;
  }

  boolean isStemCell() {
    return function == null;
  }

  @Override
  public boolean isPrepared() {
    return state == State.PREPARED;
  }

  @Override
  public long lastUsedMicros() {
    return lastUsedMicros;
  }

  int memoryMb() {
    return stemCell.memoryMb();
  }

  /** Ready for its function and running nothing. */
  boolean isIdle() {
    return active == 0 && (state == State.WARM || state == State.PREPARED);
  }

  boolean hasCapacity() {
    return active < function().maxConcurrent();
  }
}
