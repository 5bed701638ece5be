/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.text.TenantText;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Guard of a thread's tasks. Each failure is counted; the first, second, fourth, eighth and so on
 * are logged. The thread continues, even after an {@link Error}: a method that another version of
 * OpenWhisk lacks must not silence an invoker. If the virtual machine itself cannot continue, the
 * error is reported and thrown again. Safe for use by several threads.
 */
final class FailureGuard {

  private static final int SHOWN = 500;

  private final String line;
  private final ExchangeEvents events;
  private final AtomicLong failures = new AtomicLong();

  /**
   * @param line for the log, with placeholders for the number of failures and for the latest
   *     failure
   */
  FailureGuard(String line, ExchangeEvents events) {
    this.line = line;
    this.events = events;
  }

  /** Runs a task. Returns whether it succeeded. */
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

  /** Writes to the log. A failure of the log is ignored. */
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
