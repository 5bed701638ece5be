/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

import java.util.List;

/**
 * Decides which containers to keep ready and which to release. The pool places activations by
 * itself. A policy decides how long an idle container stays, which one is evicted first when memory
 * is short, and which containers are started ahead of calls.
 *
 * <p>A policy belongs to one pool, is called on the pool's thread and returns at once. All times
 * are in microseconds of the pool's clock, which never goes back. The defaults start nothing ahead
 * of calls and evict the least recently used container.
 */
public interface PoolPolicy {

  /** Stands for "never" where a time is expected. */
  long NEVER = Long.MAX_VALUE;

  /** A new activation has reached the pool. Not called when the pool tries an activation again. */
  default void arrived(Activation activation, long nowMicros) {}

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

  /** An idle container is evicted to make room for another. */
  default void evicted(IdleContainer container, long nowMicros) {}

  /**
   * A container that was being prepared, or was prepared and not used yet, has failed or ended by
   * itself.
   */
  default void preparedLost(FunctionSpec function, long nowMicros) {}

  /**
   * Time that an idle container is kept, in microseconds from now: 0 removes it at once, {@link
   * #NEVER} keeps it until it is evicted. The pool asks each time a container becomes idle.
   */
  long keepAliveMicros(IdleContainer container, long nowMicros);

  /**
   * Order of eviction: the idle container with the least rank is evicted first; among equal ranks,
   * the one that became idle first. The pool asks each time a container becomes idle.
   */
  default double evictionRank(IdleContainer container, long nowMicros) {
    return container.lastUsedMicros();
  }

  /**
   * Whether a function may get a stem cell of more memory. If no stem cell has its own memory, it
   * then gets the smallest larger one of its kind; the container keeps the larger memory.
   * OpenWhisk's pools call this promotion.
   */
  default boolean promotesStemCells() {
    return false;
  }

  /** Actions at start-up. */
  default List<PoolAction> initially(PoolView pool, long nowMicros) {
    return List.of();
  }

  /** The time of the next {@link #plan}, after now; {@link #NEVER} for no plan. */
  default long nextPlanMicros(long nowMicros) {
    return NEVER;
  }

  /** Actions of a plan, at the time given by {@link #nextPlanMicros}. */
  default List<PoolAction> plan(PoolView pool, long nowMicros) {
    return List.of();
  }

  /**
   * Actions after a new activation has been given to a container, or has begun to wait for one:
   * other activations may follow it sooner than the next {@link #plan}.
   */
  default List<PoolAction> followUp(Activation activation, PoolView pool, long nowMicros) {
    return List.of();
  }

  /** Actions after a stem cell has been taken for an activation. */
  default List<PoolAction> stemCellTaken(StemCell stemCell, PoolView pool, long nowMicros) {
    return List.of();
  }

  /**
   * Actions when containers may be missing: one has failed or was removed, or a start was refused
   * because activations were waiting. The pool asks when none waits.
   */
  default List<PoolAction> backfill(PoolView pool, long nowMicros) {
    return List.of();
  }
}
