/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import io.aquatope.exchange.ExchangeEvents;
import java.time.Duration;

/**
 * Checks that this invoker's own messages come back through the log. If they do not, the broker is
 * unavailable, the reader has stopped, or the other readers reject the messages. Operators are
 * warned once, and informed once when the messages return. Times are those of a clock that is never
 * set back. Safe for use by several threads.
 */
final class LogEcho {

  private static final long NEVER = Long.MIN_VALUE;

  private final long patienceMs;
  private final ExchangeEvents events;
  private volatile long heardMs = NEVER;
  private long sinceMs = NEVER;
  private boolean warned;

  /**
   * @param patience longest time without an own message before the warning
   */
  LogEcho(Duration patience, ExchangeEvents events) {
    this.patienceMs = patience.toMillis();
    this.events = events;
  }

  /** Records that an own message has come back and was accepted. */
  void heard(long nowMs) {
    heardMs = nowMs;
  }

  boolean isHeard(long nowMs) {
    return heardMs != NEVER && nowMs - heardMs <= patienceMs;
  }

  /** Reports a change to operators. For one thread. */
  void check(long nowMs) {
    boolean isHeard = isHeard(nowMs);
    if (isHeard || sinceMs == NEVER) {
      sinceMs = nowMs;
    }
    if (isHeard && warned) {
      warned = false;
      events.told("this invoker receives its own messages from the log again");
    } else if (!isHeard && !warned && nowMs - sinceMs > patienceMs) {
      warned = true;
      events.warned(
          "this invoker has not received its own messages from the log for more than %s s:"
                  .formatted(patienceMs / 1000)
              + " limits do not change, and no round tries others");
    }
  }
}
