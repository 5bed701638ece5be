/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import java.util.concurrent.CompletableFuture;

/** Changes memory limits of actions. */
@FunctionalInterface
public interface MemoryPort {

  /** Changes nothing. */
  MemoryPort NONE = (action, megabytes) -> CompletableFuture.completedFuture(Answer.NONE);

  /** Answer of OpenWhisk. */
  enum Answer {
    /** The action has the limit. */
    UPDATED,
    /** The limit is not allowed. */
    REFUSED,
    /** The action may not be updated from here, whatever the limit. */
    DENIED,
    /** No decision. The update is requested again. */
    NONE
  }

  /**
   * Updates an action, within the limits of its owner. Returns at once; the future never fails.
   *
   * @param action fully qualified, without version
   */
  CompletableFuture<Answer> update(String action, int megabytes);
}
