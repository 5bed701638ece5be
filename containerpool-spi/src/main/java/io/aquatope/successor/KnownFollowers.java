/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import io.aquatope.pool.Activation;
import java.util.List;

/**
 * Followers of a call as later stages of its workflow, known from other sources. A pool that sees a
 * workflow for the first time, or seldom, then need not wait for statistics of its own.
 */
@FunctionalInterface
public interface KnownFollowers {

  /** No followers. */
  KnownFollowers NONE = activation -> List.of();

  /**
   * Functions that may still follow an activation that has just come, the soonest first; none if
   * nothing is known. Called on the pool's thread, so it neither waits nor computes for long.
   */
  List<KnownFollower> of(Activation activation);
}
