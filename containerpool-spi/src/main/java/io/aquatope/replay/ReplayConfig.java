/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import com.google.common.base.Preconditions;

/**
 * The cluster that a trace is replayed on.
 *
 * @param memoryMb memory of each invoker for containers, in MB; {@link #UNLIMITED} for no bound
 * @param invokers how many invokers, at least 1
 * @param coldStart how long containers take to start
 * @param seed of all draws
 */
public record ReplayConfig(long memoryMb, int invokers, ColdStart coldStart, long seed) {

  /** Memory without a bound. */
  public static final long UNLIMITED = Long.MAX_VALUE;

  /** The most invokers that can be replayed. */
  public static final int MAX_INVOKERS = EventQueue.MAX_INVOKERS;

  public ReplayConfig {
    Preconditions.checkArgument(memoryMb > 0, "memory of %s MB, expected more than 0", memoryMb);
    Preconditions.checkArgument(
        invokers >= 1 && invokers <= MAX_INVOKERS,
        "%s invokers, expected 1 to %s",
        invokers,
        MAX_INVOKERS);
  }

  ReplayConfig with(ColdStart other) {
    return new ReplayConfig(memoryMb, invokers, other, seed);
  }
}
