/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import java.util.concurrent.CompletableFuture;

/** Changes memory limits of actions. */
@FunctionalInterface
public interface MemoryPort {

  /** Leaves all as it is. */
  MemoryPort NONE = (action, megabytes) -> CompletableFuture.completedFuture(false);

  /**
   * Updates an action, within the limits of its owner; returns at once, and never fails.
   *
   * @param action fully qualified, without version
   * @return whether OpenWhisk has said yes or no; if it has not, it is asked again
   */
  CompletableFuture<Boolean> update(String action, int megabytes);
}
