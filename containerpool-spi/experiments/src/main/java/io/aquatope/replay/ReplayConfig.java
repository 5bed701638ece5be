/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import com.google.common.base.Preconditions;

/**
 * The cluster that a trace is replayed on.
 *
 * @param memoryMb memory of each invoker for containers, in MB; {@link #UNLIMITED} for no bound
 * @param cpu of each invoker; it is counted only if memory is bounded
 * @param invokers number of invokers, at least 1
 * @param coldStart start-up times of containers
 * @param seed of all draws
 * @param placement chooses among the invokers
 */
public record ReplayConfig(
    long memoryMb,
    ReplayCpu cpu,
    int invokers,
    ColdStart coldStart,
    long seed,
    PlacementKind placement) {

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
    Preconditions.checkArgument(
        !cpu.isCounted() || memoryMb != UNLIMITED,
        "%s cores of unlimited memory, expected a bound: functions get CPU by memory",
        cpu.cores());
  }

  /** A cluster whose CPU is not counted. */
  public ReplayConfig(long memoryMb, int invokers, ColdStart coldStart, long seed) {
    this(memoryMb, ReplayCpu.OFF, invokers, coldStart, seed);
  }

  /** A cluster with the sharding load balancer. */
  public ReplayConfig(long memoryMb, ReplayCpu cpu, int invokers, ColdStart coldStart, long seed) {
    this(memoryMb, cpu, invokers, coldStart, seed, PlacementKind.SHARDING);
  }

  ReplayConfig with(ColdStart other) {
    return new ReplayConfig(memoryMb, cpu, invokers, other, seed, placement);
  }
}
