/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.thread;

import java.util.concurrent.TimeUnit;

/**
 * Clock for intervals: heartbeats, batches, leases, time-outs. Its pace does not change when the
 * wall clock is set, and its values mean nothing to another process. The wall clock is only for
 * times that two machines compare or people read.
 */
public final class MonotonicClock {

  private static final long ORIGIN = System.nanoTime();

  private MonotonicClock() {}

  /** Milliseconds since the first call in this process. */
  public static long millis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - ORIGIN);
  }
}
