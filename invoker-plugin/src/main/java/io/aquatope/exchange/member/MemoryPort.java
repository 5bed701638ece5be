/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

/** Changes memory limits of actions. */
@FunctionalInterface
public interface MemoryPort {

  /** Leaves all as it is. */
  MemoryPort NONE = (action, megabytes) -> false;

  /**
   * Updates an action, within the limits of its owner; returns at once.
   *
   * @param action fully qualified, without version
   * @return whether it can be tried now; if not, it is asked for again
   */
  boolean update(String action, int megabytes);
}
