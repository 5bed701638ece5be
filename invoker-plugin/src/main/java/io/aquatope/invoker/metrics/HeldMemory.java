/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.metrics;

import io.aquatope.pool.PoolView;

/**
 * Memory times the time for which containers held it: with and without serving an activation. A
 * pool changes at events only, so that adding up before each event is exact.
 */
final class HeldMemory {

  private static final double MICROS = 1e6;

  private long sinceMicros;
  private double used;
  private double wasted;

  /** The pool has been like this since the last call. */
  void until(long nowMicros, PoolView pool) {
    double seconds = (nowMicros - sinceMicros) / MICROS;
    sinceMicros = nowMicros;
    used += pool.busyMb() * seconds;
    wasted += (pool.usedMb() - pool.busyMb()) * seconds;
  }

  /** Whole MB-seconds that served, since they were last taken. */
  long takeUsed() {
    long whole = (long) used;
    used -= whole;
    return whole;
  }

  /** Whole MB-seconds that served nothing, since they were last taken. */
  long takeWasted() {
    long whole = (long) wasted;
    wasted -= whole;
    return whole;
  }
}
