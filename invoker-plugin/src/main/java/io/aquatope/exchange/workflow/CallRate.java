/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import io.aquatope.exchange.FieldChecks;
import java.time.Duration;

/**
 * How often a workflow is called, in the whole cluster. Instances are stamped by the wall clocks of
 * several machines. A gap of more than a day counts as a day, as a clock may have been set; an
 * instance that is a day older than the latest shows that a clock had been ahead, and is the latest
 * from then on.
 *
 * @param spanMs from the first to the last instance that count
 * @param gaps between them
 * @param lastMs when the last one ended, in milliseconds since 1970
 */
public record CallRate(long spanMs, int gaps, long lastMs) {

  static final CallRate UNKNOWN = new CallRate(0, 0, 0);

  private static final int WINDOW = 400;
  private static final long LONGEST_GAP_MS = Duration.ofDays(1).toMillis();

  public CallRate {
    FieldChecks.notNegative("spanMs", spanMs);
    FieldChecks.notNegative("gaps", gaps);
    FieldChecks.notNegative("lastMs", lastMs);
  }

  /** After one more instance; of those long ago, ever less counts. */
  CallRate plus(long endMs) {
    if (lastMs == 0) {
      return new CallRate(0, 0, endMs);
    }
    if (endMs < lastMs - LONGEST_GAP_MS) {
      return new CallRate(spanMs, gaps, endMs);
    }
    long gapMs = Math.min(Math.max(0, endMs - lastMs), LONGEST_GAP_MS);
    CallRate next = new CallRate(spanMs + gapMs, gaps + 1, Math.max(lastMs, endMs));
    return next.gaps < WINDOW ? next : new CallRate(next.spanMs / 2, next.gaps / 2, next.lastMs);
  }

  /** Seconds from one instance to the next, on average; 0 as long as nothing is known. */
  public double gapSeconds() {
    return gaps == 0 ? 0 : spanMs / 1000.0 / gaps;
  }
}
