/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import io.aquatope.exchange.ExchangeEvents;
import java.time.Duration;

/**
 * Whether this invoker's own messages come back through the log. If not, the broker is away, the
 * reader has stopped, or the others pass the messages over; an operator is told so once, and again
 * when they come back. Times are of a clock that is never set back. Safe for use by several
 * threads.
 */
final class LogEcho {

  private static final long NEVER = Long.MIN_VALUE;

  private final long patienceMs;
  private final ExchangeEvents events;
  private volatile long heardMs = NEVER;
  private long sinceMs = NEVER;
  private boolean warned;

  /**
   * @param patience for which a message of ours may be missed
   */
  LogEcho(Duration patience, ExchangeEvents events) {
    this.patienceMs = patience.toMillis();
    this.events = events;
  }

  /** A message of ours has come, and counted. */
  void heard(long nowMs) {
    heardMs = nowMs;
  }

  boolean isHeard(long nowMs) {
    return heardMs != NEVER && nowMs - heardMs <= patienceMs;
  }

  /** Tells operators of a change. For one thread. */
  void check(long nowMs) {
    boolean isHeard = isHeard(nowMs);
    if (isHeard || sinceMs == NEVER) {
      sinceMs = nowMs;
    }
    if (isHeard && warned) {
      warned = false;
      events.told("what this invoker sends comes back through the log again");
    } else if (!isHeard && !warned && nowMs - sinceMs > patienceMs) {
      warned = true;
      events.warned(
          "what this invoker sends has not come back through the log for more than %s s:"
                  .formatted(patienceMs / 1000)
              + " limits stay as they are, and nothing is tried");
    }
  }
}
