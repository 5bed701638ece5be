/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/**
 * Lower bound of the ready containers that are let go. OpenWhisk's scheduler-based invokers keep
 * the last containers of a function for a while after their keep-alive; a namespace's limits say
 * how many and for how long. The pool asks when a keep-alive has ended, and before the policy's
 * surplus goes. Eviction for an activation does not ask.
 */
@FunctionalInterface
public interface WarmFloor {

  /** Keeps nothing. */
  WarmFloor NONE = (container, idleSinceMicros, nowMicros) -> 0;

  /**
   * Time that an idle container is kept although the policy would let it go, in microseconds from
   * now: 0 lets it go. The pool asks again when that time is over.
   *
   * @param idleSinceMicros the time at which it became idle
   */
  long keptMicros(IdleContainer container, long idleSinceMicros, long nowMicros);
}
