/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

/**
 * Time that never goes back, made of clock readings that should not go back either. {@link
 * MonotonicClock} does not. If a caller passes a clock that is set back all the same, this class
 * keeps heartbeats and leases going: it ignores the step and counts the time after it. Readings
 * that threads pass slightly out of order are no step. Safe for use by several threads.
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
