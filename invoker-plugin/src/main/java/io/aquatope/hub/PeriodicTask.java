/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.thread.MonotonicClock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** A thread that repeats a task at an interval. */
final class PeriodicTask implements AutoCloseable {

  private static final Duration REPORT_INTERVAL = Duration.ofMinutes(1);

  private final ScheduledExecutorService clock;
  private String reported = "";

  private PeriodicTask(String name) {
    clock =
        Executors.newSingleThreadScheduledExecutor(
            new ThreadFactoryBuilder().setNameFormat(name).setDaemon(true).build());
  }

  /** Passes the time of {@link MonotonicClock} to {@code task} after each interval. */
  static PeriodicTask start(
      String name, Duration interval, LongConsumer task, ExchangeEvents events) {
    PeriodicTask pulse = new PeriodicTask(name);
    pulse.every(
        interval,
        new FailureGuard("the exchange failed (%d times in " + name + "): %s", events),
        () -> task.accept(MonotonicClock.millis()));
    return pulse;
  }

  /** Logs a text once a minute if it has changed. */
  void report(Supplier<String> text, ExchangeEvents events) {
    report(REPORT_INTERVAL, text, events);
  }

  void report(Duration interval, Supplier<String> text, ExchangeEvents events) {
    every(
        interval,
        new FailureGuard("the exchange cannot report (%d times): %s", events),
        () -> {
          String now = text.get();
          if (!now.equals(reported)) {
            reported = now;
            events.told(now);
          }
        });
  }

  /**
   * Catches failures: a later run may succeed, but a scheduler never repeats a task that has
   * thrown.
   */
  private void every(Duration interval, FailureGuard guard, Runnable task) {
    var unused =
        clock.scheduleWithFixedDelay(
            () -> guard.attempt(task),
            interval.toNanos(),
            interval.toNanos(),
            TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    clock.shutdown();
  }
}
