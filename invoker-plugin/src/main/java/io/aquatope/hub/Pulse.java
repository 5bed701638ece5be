/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import io.aquatope.exchange.ExchangeEvents;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** A thread that does the same again and again. */
final class Pulse implements AutoCloseable {

  private static final long REPORT_SECONDS = 60;

  private final ScheduledExecutorService clock;
  private String reported = "";

  private Pulse(String name) {
    clock =
        Executors.newSingleThreadScheduledExecutor(
            new ThreadFactoryBuilder().setNameFormat(name).setDaemon(true).build());
  }

  /** Gives {@code task} the time, in milliseconds since 1970, after each interval. */
  static Pulse start(String name, Duration interval, LongConsumer task, ExchangeEvents events) {
    Pulse pulse = new Pulse(name);
    var unused =
        pulse.clock.scheduleWithFixedDelay(
            () -> attempt(task, events),
            interval.toMillis(),
            interval.toMillis(),
            TimeUnit.MILLISECONDS);
    return pulse;
  }

  /** Writes to the log, once a minute, what has changed since. */
  void report(Supplier<String> text, ExchangeEvents events) {
    var unused =
        clock.scheduleWithFixedDelay(
            () -> {
              String now = text.get();
              if (!now.equals(reported)) {
                reported = now;
                events.told(now);
              }
            },
            REPORT_SECONDS,
            REPORT_SECONDS,
            TimeUnit.SECONDS);
  }

  private static void attempt(LongConsumer task, ExchangeEvents events) {
    try {
      task.accept(System.currentTimeMillis());
    } catch (RuntimeException e) {
      // The next time may be better; a scheduler would never call again.
      events.warned("the exchange failed: " + e);
    }
  }

  @Override
  public void close() {
    clock.shutdown();
  }
}
