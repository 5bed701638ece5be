/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.thread.FailureLog;
import io.aquatope.thread.MonotonicClock;
import io.aquatope.thread.PeriodicTask;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Starts the periodic tasks of the exchange. Their failures are counted and logged as events. */
final class ExchangeThreads {

  private static final Duration REPORT_INTERVAL = Duration.ofMinutes(1);

  /** The most characters of a failure in the log. */
  private static final int SHOWN = 500;

  private final ExchangeEvents events;

  ExchangeThreads(ExchangeEvents events) {
    this.events = events;
  }

  /** Passes the time of {@link MonotonicClock} to {@code task} after each interval. */
  PeriodicTask start(String name, Duration interval, LongConsumer task) {
    return PeriodicTask.start(
        name,
        interval,
        () -> task.accept(MonotonicClock.millis()),
        failures("the exchange failed (%d times in " + name + "): %s"));
  }

  /** Logs a text once a minute if it has changed. */
  void report(PeriodicTask thread, Supplier<String> text) {
    report(thread, REPORT_INTERVAL, text);
  }

  void report(PeriodicTask thread, Duration interval, Supplier<String> text) {
    AtomicReference<String> reported = new AtomicReference<>("");
    thread.add(
        interval,
        () -> {
          String now = text.get();
          if (!now.equals(reported.getAndSet(now))) {
            events.told(now);
          }
        },
        failures("the exchange cannot report (%d times): %s"));
  }

  /**
   * Counts each failure and logs the first, second, fourth, eighth and so on.
   *
   * @param line for the log, with placeholders for the number of failures and for the latest
   *     failure
   */
  Consumer<Throwable> failures(String line) {
    FailureLog log = new FailureLog(line, SHOWN, events::warned);
    return failure -> {
      events.failed();
      log.accept(failure);
    };
  }
}
