/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides which containers to keep ready and which to release. The pool places activations by
 * itself. A policy decides how long an idle container stays, which one is evicted first when memory
 * is short, and which containers are started ahead of calls.
 *
 * <p>A policy belongs to one pool, which {@linkplain #attached passes itself} before the first
 * event. The pool reports {@linkplain PoolEvents events} and asks for decisions, both on its own
 * thread. The defaults start nothing ahead of calls and evict the least recently used container.
 */
public interface PoolPolicy extends PoolEvents {

  /** Stands for "never" where a time is expected. */
  long NEVER = Long.MAX_VALUE;

  /**
   * Time that an idle container is kept, in microseconds from now: 0 removes it at once, {@link
   * #NEVER} keeps it until it is evicted. The pool asks once each time a container becomes idle, if
   * no waiting activation takes it. So a policy may count its answers.
   */
  long keepAliveMicros(IdleContainer container, long nowMicros);

  /**
   * Order of eviction: the container with the least rank is evicted first; among equal ranks, the
   * one that was ranked first. The pool asks each time a container becomes idle. A container in
   * preparation is evicted after all idle ones, unless {@link PoolAction.Rerank} ranks it. A
   * question: to ask twice changes nothing.
   */
  default double evictionRank(IdleContainer container, long nowMicros) {
    return container.lastUsedMicros();
  }

  /**
   * Whether a function may get a stem cell of more memory. If no stem cell has its own memory, it
   * then gets the smallest larger one of its kind; the container keeps the larger memory.
   * OpenWhisk's pools call this promotion. Asked before {@link #attached}.
   */
  default boolean promotesStemCells() {
    return false;
  }

  /**
   * Whether stem cells are evicted for an activation that would have to wait otherwise. OpenWhisk's
   * pools keep them while anything runs. Asked before {@link #attached}.
   */
  default boolean evictsStemCells() {
    return false;
  }

  /** Actions at start-up. */
  default List<PoolAction> initially(long nowMicros) {
    return List.of();
  }

  /**
   * The time of the next {@link #plan}, after now; {@link #NEVER} for no plan. The pool asks after
   * {@link #initially} and after each plan.
   */
  default long nextPlanMicros(long nowMicros) {
    return NEVER;
  }

  /** Actions of a plan, at the time given by {@link #nextPlanMicros}. */
  default List<PoolAction> plan(long nowMicros) {
    return List.of();
  }

  /**
   * Actions after a new activation has been given to a container, or has begun to wait for one:
   * other activations may follow it sooner than the next {@link #plan}.
   *
   * @param start the kind of its start; null if it waits
   */
  default List<PoolAction> followUp(
      Activation activation, @Nullable StartKind start, long nowMicros) {
    return List.of();
  }

  /** Actions after a stem cell has been taken for an activation. */
  default List<PoolAction> stemCellTaken(StemCell stemCell, long nowMicros) {
    return List.of();
  }

  /**
   * Actions when containers may be missing: one has failed or was removed, or a start was refused
   * because activations were waiting. The pool asks when none waits.
   */
  default List<PoolAction> backfill(long nowMicros) {
    return List.of();
  }
}
