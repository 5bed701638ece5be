/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow.observation;

import io.aquatope.exchange.FieldChecks;
import java.time.Duration;

/**
 * Call rate of a workflow in the whole cluster. Instances carry the time stamps of several
 * machines' wall clocks. A gap of more than a day counts as a day, as a clock may have been set. An
 * instance that is a day older than the latest shows that a clock was ahead; it is the latest from
 * then on.
 *
 * @param spanMs time from the first to the last instance that count
 * @param gaps number of gaps between them
 * @param lastMs end of the last one, in milliseconds since 1970
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

  /** The rate after one more instance. The weight of old instances decays. */
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

  /** Mean time from one instance to the next, in seconds; 0 as long as nothing is known. */
  public double gapSeconds() {
    return gaps == 0 ? 0 : spanMs / 1000.0 / gaps;
  }
}
