/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.text.TenantText;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Guard of a thread's tasks. Each failure is counted; the first, second, fourth, eighth and so on
 * are written to the log. The thread goes on, also after an {@link Error}: a method that another
 * version of OpenWhisk lacks must not silence an invoker. Only where the virtual machine itself is
 * at its end the error is thrown on, after it was reported. Safe for use by several threads.
 */
final class FailureGuard {

  private static final int SHOWN = 500;

  private final String line;
  private final ExchangeEvents events;
  private final AtomicLong failures = new AtomicLong();

  /**
   * @param line for the log, with places for the number of failures and for the latest of them
   */
  FailureGuard(String line, ExchangeEvents events) {
    this.line = line;
    this.events = events;
  }

  /** Runs a task, and returns whether it ended well. */
  boolean attempt(Runnable task) {
    try {
      task.run();
      return true;
    } catch (Throwable e) {
      failed(e);
      return false;
    }
  }

  /** Reports a failure. */
  void failed(Throwable failure) {
    report(failure, failures.incrementAndGet());
    if (failure instanceof VirtualMachineError fatal && !(fatal instanceof StackOverflowError)) {
      throw fatal;
    }
  }

  /** A log that fails as well changes nothing. */
  private void report(Throwable failure, long times) {
    try {
      events.failed();
      if (Long.bitCount(times) == 1) {
        events.warned(
            String.format(
                Locale.ROOT, line, times, TenantText.plain(String.valueOf(failure), SHOWN)));
      }
    } catch (Throwable e) {
      failure.addSuppressed(e);
    }
  }
}
