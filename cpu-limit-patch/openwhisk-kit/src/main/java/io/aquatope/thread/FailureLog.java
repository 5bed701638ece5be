/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.thread;

import io.aquatope.text.TenantText;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Log of the failures of one task. The first, second, fourth, eighth failure and so on are logged,
 * so a failure at each run does not fill the disk. Safe for use by several threads.
 */
public final class FailureLog implements Consumer<Throwable> {

  private final String line;
  private final int shown;
  private final Consumer<String> log;
  private final AtomicLong failures = new AtomicLong();

  /**
   * @param line with placeholders for the number of failures and for the latest failure
   * @param shown the most characters of a failure that are shown
   * @param log receives lines
   */
  public FailureLog(String line, int shown, Consumer<String> log) {
    this.line = line;
    this.shown = shown;
    this.log = log;
  }

  @Override
  public void accept(Throwable failure) {
    long times = failures.incrementAndGet();
    if (Long.bitCount(times) == 1) {
      String text = TenantText.plain(String.valueOf(failure), shown);
      log.accept(String.format(Locale.ROOT, line, times, text));
    }
  }
}
