/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import io.aquatope.pool.Activation;
import java.util.List;

/**
 * What is known from elsewhere of the functions that follow a call as later stages of its workflow:
 * a pool that sees a workflow for the first time, or seldom, need not wait for statistics of its
 * own.
 */
@FunctionalInterface
public interface KnownFollowers {

  /** Nothing. */
  KnownFollowers NONE = activation -> List.of();

  /**
   * Those that may still follow an activation that has just come, the soonest first; none if
   * nothing is known. Called on the pool's thread, so it neither waits nor computes for long.
   */
  List<KnownFollower> of(Activation activation);
}
