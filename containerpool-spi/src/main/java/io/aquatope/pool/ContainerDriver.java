/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/**
 * What the pool wants done. The one port through which {@link ContainerPool} acts on the world.
 *
 * <p>Calls come on the thread that drives the pool, in the order in which they are to take effect
 * for each container. An implementation returns at once and reports what became of an order by
 * calling the pool's events later, never from within the call.
 */
public interface ContainerDriver {

  /** Starts a container of a runtime kind, without an action. */
  void startStemCell(ContainerId container, StemCell stemCell);

  /**
   * Whether a container can be prepared for a function now. Asked right before {@link #prepare}, so
   * that the pool never counts a container that does not come to be.
   */
  default boolean canPrepare(FunctionSpec function) {
    return true;
  }

  /**
   * Creates a container for a function ahead of its call, and initialises it if the depth says so.
   *
   * @param depth {@link PreparationDepth#CREATED} or {@link PreparationDepth#INITIALISED}
   */
  void prepare(ContainerId container, FunctionSpec function, PreparationDepth depth);

  /**
   * Gives an activation to a container. If {@code start} is {@linkplain StartKind#isCold() cold},
   * the container does not exist yet.
   */
  void run(ContainerId container, Activation activation, StartKind start);

  /** Destroys an idle container. The pool has already forgotten it. */
  void remove(ContainerId container);

  /** Tells the source of activations that one more can be taken: one has been dealt with. */
  void ready();
}
