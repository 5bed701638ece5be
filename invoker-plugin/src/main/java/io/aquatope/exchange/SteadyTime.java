/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import io.aquatope.thread.MonotonicClock;

/**
 * Time that never goes back, from readings that should not either. {@link MonotonicClock} does not;
 * this keeps heartbeats and leases going if a caller hands over a clock that is set back all the
 * same: what passed since the step counts, and the step does not. Readings that threads hand over a
 * little out of order are no step. Safe for use by several threads.
 */
public final class SteadyTime {

  private static final long OUT_OF_ORDER_MS = 1_000;

  private long latestMs = Long.MIN_VALUE;
  private long steadyMs;

  /** The time at a reading, in milliseconds. */
  public synchronized long at(long readingMs) {
    if (latestMs == Long.MIN_VALUE) {
      latestMs = readingMs;
      steadyMs = readingMs;
    } else if (readingMs > latestMs) {
      steadyMs += readingMs - latestMs;
      latestMs = readingMs;
    } else if (latestMs - readingMs > OUT_OF_ORDER_MS) {
      latestMs = readingMs;
    }
    return steadyMs;
  }
}
