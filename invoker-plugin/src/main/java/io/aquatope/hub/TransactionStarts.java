/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Converts starts of transactions from OpenWhisk's wall clock to a time that is never set. The wall
 * clock is ahead of that time by an offset. When the clock is set, transactions in flight carry
 * stamps with the former offset. So for a while both offsets are tried, and the later start that is
 * not in the future counts: a step of the clock is longer than a transaction takes to its first
 * activation. Safe for use by several threads.
 */
final class TransactionStarts {

  /** Two readings of an offset differ by less while nobody sets the clock. */
  private static final long TOLERANCE_MS = 20;

  /**
   * Time for which a former offset is tried: longer than a transaction takes to its first
   * activation.
   */
  private static final long FORMER_MS = Duration.ofMinutes(1).toMillis();

  private final Clock wallClock;

  @GuardedBy("this")
  private boolean hasBegun;

  @GuardedBy("this")
  private long offsetMs;

  @GuardedBy("this")
  private long formerMs;

  @GuardedBy("this")
  private long setMs;

  TransactionStarts(Clock wallClock) {
    this.wallClock = wallClock;
  }

  /**
   * Start of a transaction.
   *
   * @param start by the wall clock
   * @param nowMs present reading of the clock that is never set
   */
  synchronized long steady(Instant start, long nowMs) {
    long offset = wallClock.millis() - nowMs;
    if (!hasBegun) {
      hasBegun = true;
      formerMs = offset;
      setMs = nowMs;
    } else if (Math.abs(offset - offsetMs) > TOLERANCE_MS) {
      formerMs = offsetMs;
      setMs = nowMs;
    }
    offsetMs = offset;
    long byPresent = start.toEpochMilli() - offsetMs;
    long byFormer = nowMs - setMs > FORMER_MS ? byPresent : start.toEpochMilli() - formerMs;
    long later = Math.max(byPresent, byFormer);
    return later <= nowMs ? later : Math.min(nowMs, Math.min(byPresent, byFormer));
  }
}
