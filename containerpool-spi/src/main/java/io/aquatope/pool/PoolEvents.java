/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/**
 * Receives the events of a pool that concern its policy. Called on the pool's thread; returns at
 * once. All times are in microseconds of the pool's clock, which never goes back.
 */
public interface PoolEvents {

  /**
   * The pool exists, and the policy belongs to it from now on. Called once, before all other events
   * and before every answer that needs the pool.
   */
  default void attached(PoolView pool) {}

  /** A new activation has reached the pool. Not called when the pool tries an activation again. */
  default void arrived(Activation activation, long nowMicros) {}

  /**
   * A lease is about to begin: a container will be bound to a function until it pauses or ends, and
   * fetches the function's activations by itself. Takes the place of {@link #arrived} in pools that
   * are given leases. Not called for a lease that is refused.
   */
  default void leased(Activation lease, long nowMicros) {
    arrived(lease, nowMicros);
  }

  /** A container under a lease has fetched an activation. */
  default void fetched(Activation activation, long nowMicros) {}

  /** An activation has been given to a container. */
  default void started(FunctionSpec function, StartKind start, long nowMicros) {}

  /**
   * The duration of a start has become known, from the order to run the activation until its
   * function ran. Called some time after {@link #started}; not for every start.
   */
  default void startTook(
      FunctionSpec function, StartKind start, long delayMicros, long nowMicros) {}

  /**
   * An activation has ended in a container that lives on; called before {@link #completed}. Not
   * called for every activation: if several share a container, the pool does not know which one
   * ended.
   */
  default void ended(Activation activation, long nowMicros) {}

  /** An activation of the function has ended in a container that lives on. */
  default void completed(FunctionSpec function, long nowMicros) {}

  /**
   * Activations no longer run in a container of the function: the container has failed or ended
   * with them, or has handed them back. {@link PoolView#count} no longer counts it as busy.
   */
  default void aborted(FunctionSpec function, long nowMicros) {}

  /**
   * {@link PoolView#count} counts more or fewer containers of a function as busy, and none of the
   * other events says so: they belong to another invoker.
   */
  default void busyChanged(FunctionSpec function, long nowMicros) {}

  /** A container has become ready for its function and runs nothing. */
  default void becameIdle(IdleContainer container, long nowMicros) {}

  /** An idle container, or one in preparation, is evicted to make room for another. */
  default void evicted(IdleContainer container, long nowMicros) {}

  /**
   * A container that was being prepared, or was prepared and not used yet, has failed or ended by
   * itself.
   */
  default void preparedLost(FunctionSpec function, long nowMicros) {}
}
