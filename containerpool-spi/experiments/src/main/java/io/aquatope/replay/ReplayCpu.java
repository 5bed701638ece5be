/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import com.google.common.base.Preconditions;
import io.aquatope.pool.CpuSlots;

/**
 * The CPU of each invoker. Traces do not contain CPU limits: each function gets a share of the
 * cores equal to its share of the memory.
 *
 * @param cores of each invoker; 0 if CPU is not counted
 * @param overcommit how many times the cores are allocated
 */
public record ReplayCpu(double cores, double overcommit) {

  /** CPU is not counted. */
  public static final ReplayCpu OFF = new ReplayCpu(0, 1);

  private static final int LEAST_MILLI_CORES = 10;

  public ReplayCpu {
    Preconditions.checkArgument(cores >= 0, "%s cores, expected 0 or more", cores);
    Preconditions.checkArgument(overcommit > 0, "overcommit %s, expected more than 0", overcommit);
  }

  /** Whether CPU is counted. */
  public boolean isCounted() {
    return cores > 0;
  }

  CpuSlots slots(long memoryMb) {
    return isCounted()
        ? CpuSlots.of(
            cores,
            overcommit,
            function ->
                (int) Math.max(LEAST_MILLI_CORES, cores * 1000 * function.memoryMb() / memoryMb))
        : CpuSlots.OFF;
  }
}
