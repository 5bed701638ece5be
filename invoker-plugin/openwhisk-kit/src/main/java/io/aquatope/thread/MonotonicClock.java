/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.thread;

import java.util.concurrent.TimeUnit;

/**
 * Time for intervals: heartbeats, batches, leases, time-outs. It goes on at the same pace when the
 * wall clock is set, and means nothing to another process. The wall clock is only for what two
 * machines compare or people read.
 */
public final class MonotonicClock {

  private static final long ORIGIN = System.nanoTime();

  private MonotonicClock() {}

  /** Milliseconds since this process first asked. */
  public static long millis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - ORIGIN);
  }
}
