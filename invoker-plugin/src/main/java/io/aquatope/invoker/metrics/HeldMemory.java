/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.metrics;

import io.aquatope.pool.PoolView;

/**
 * Memory that containers held, multiplied by time, with and without a running activation. A pool
 * changes only at events, so adding up before each event is exact.
 */
final class HeldMemory {

  private static final double MICROS = 1e6;

  private long sinceMicros;
  private double used;
  private double wasted;

  /** Adds the time since the last call, during which the pool has been in this state. */
  void until(long nowMicros, PoolView pool) {
    double seconds = (nowMicros - sinceMicros) / MICROS;
    sinceMicros = nowMicros;
    used += pool.busyMb() * seconds;
    wasted += (pool.usedMb() - pool.busyMb()) * seconds;
  }

  /** Whole MB-seconds with a running activation since the last call. */
  long takeUsed() {
    long whole = (long) used;
    used -= whole;
    return whole;
  }

  /** Whole MB-seconds without a running activation since the last call. */
  long takeWasted() {
    long whole = (long) wasted;
    wasted -= whole;
    return whole;
  }
}
