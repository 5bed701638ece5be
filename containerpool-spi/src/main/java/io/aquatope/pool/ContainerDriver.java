/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/**
 * Carries out the pool's orders. The only port through which a pool acts on the world.
 *
 * <p>The pool calls the driver on the pool's own thread. For each container, the order of the calls
 * is the order in which they must take effect. An implementation returns at once and reports the
 * result of an order later, by calling an event method of the pool, never from within the call.
 */
public interface ContainerDriver {

  /** Starts a container of a runtime kind, without an action. */
  void startStemCell(ContainerId container, StemCell stemCell);

  /**
   * Whether a container can be prepared for a function now. The pool asks right before {@link
   * #prepare}, so that it never counts a container that the driver cannot create.
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

  /**
   * Reports to the source of activations that one has been dealt with and another one can be taken.
   * Leases have no source that waits for it: a driver of leases need not implement this.
   */
  default void ready() {}
}
