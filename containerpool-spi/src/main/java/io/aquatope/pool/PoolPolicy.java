/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

import java.util.List;

/**
 * Decides what to keep ready and what to let go. The pool places activations by itself; a policy
 * decides how long an idle container stays, which one goes first when memory is short, and what is
 * started ahead of calls.
 *
 * <p>A policy belongs to one pool, is called on the pool's thread and returns at once. All times
 * are in microseconds of the pool's clock, which never goes back. The defaults do nothing ahead of
 * calls and evict the least recently used container.
 */
public interface PoolPolicy {

  /** Never, where a time is asked for. */
  long NEVER = Long.MAX_VALUE;

  /** A new activation has reached the pool; not called when one is tried again. */
  default void arrived(Activation activation, long nowMicros) {}

  /** An activation has been given to a container. */
  default void started(FunctionSpec function, StartKind start, long nowMicros) {}

  /**
   * It has become known how long a start took, from the order to run the activation until its
   * function ran. Told some time after {@link #started}; not for every start.
   */
  default void startTook(
      FunctionSpec function, StartKind start, long delayMicros, long nowMicros) {}

  /**
   * An activation has ended in a container that lives on; told before {@link #completed}. Not for
   * every activation: of several that share a container it is not known which one ended.
   */
  default void ended(Activation activation, long nowMicros) {}

  /** An activation of the function has ended in a container that lives on. */
  default void completed(FunctionSpec function, long nowMicros) {}

  /**
   * Activations no longer run in a container of the function: it has failed or ended with them, or
   * has handed them back. {@link PoolView#count} no longer counts it as busy.
   */
  default void aborted(FunctionSpec function, long nowMicros) {}

  /** An idle container goes to make room for another. */
  default void evicted(IdleContainer container, long nowMicros) {}

  /**
   * A container that was being prepared, or had been and was not used yet, has failed or ended by
   * itself.
   */
  default void preparedLost(FunctionSpec function, long nowMicros) {}

  /**
   * How long an idle container is kept, in microseconds from now: 0 removes it at once, {@link
   * #NEVER} keeps it until it is evicted. Asked each time a container becomes idle.
   */
  long keepAliveMicros(IdleContainer container, long nowMicros);

  /**
   * Order of eviction: the idle container with the least rank goes first, among equal ones the one
   * that became idle first. Asked each time a container becomes idle.
   */
  default double evictionRank(IdleContainer container, long nowMicros) {
    return container.lastUsedMicros();
  }

  /**
   * Whether a function gets the least larger stem cell of its kind where there is none of its own
   * memory; the container keeps the larger memory. OpenWhisk's pools call it promotion.
   */
  default boolean promotesStemCells() {
    return false;
  }

  /** What to do at start-up. */
  default List<PoolAction> initially(PoolView pool, long nowMicros) {
    return List.of();
  }

  /** When to be asked for a {@link #plan} next, after now; {@link #NEVER} for not at all. */
  default long nextPlanMicros(long nowMicros) {
    return NEVER;
  }

  /** What to do now that the time given by {@link #nextPlanMicros} has come. */
  default List<PoolAction> plan(PoolView pool, long nowMicros) {
    return List.of();
  }

  /**
   * What to do now that a new activation has been given to a container, or waits for one: others
   * may follow it sooner than the next {@link #plan}.
   */
  default List<PoolAction> followUp(Activation activation, PoolView pool, long nowMicros) {
    return List.of();
  }

  /** What to do now that a stem cell has been taken for an activation. */
  default List<PoolAction> stemCellTaken(StemCell stemCell, PoolView pool, long nowMicros) {
    return List.of();
  }

  /**
   * What to do now that containers may be missing: one has failed or was removed, or a start was
   * turned down because activations were waiting. Asked when none waits.
   */
  default List<PoolAction> backfill(PoolView pool, long nowMicros) {
    return List.of();
  }
}
