/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.thread.PeriodicTask;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The tasks of the exchange go on whatever one run of them ends with. */
@SuppressWarnings("try") // it runs while the block does
final class ExchangeThreadsTest {

  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final BlockingQueue<Integer> runs = new LinkedBlockingQueue<>();
  private final AtomicInteger failures = new AtomicInteger();

  private final ExchangeEvents events =
      new ExchangeEvents() {
        @Override
        public void told(String line) {
          told.add(line);
        }

        @Override
        public void warned(String line) {
          told.add("warning: " + line);
        }

        @Override
        public void failed() {
          failures.incrementAndGet();
        }
      };

  private final ExchangeThreads threads = new ExchangeThreads(events);

  /** The scheduler never called again after an Error. */
  @Test
  void anErrorIsToldOfAndTheNextRunComes() throws InterruptedException {
    AtomicInteger calls = new AtomicInteger();
    try (PeriodicTask pulse =
        threads.start(
            "aquatope-test",
            Duration.ofMillis(1),
            now -> {
              int call = calls.incrementAndGet();
              if (call <= 5) {
                throw new NoSuchMethodError("of another version");
              }
              runs.add(call);
            })) {
      assertThat(runs.poll(10, TimeUnit.SECONDS)).isEqualTo(6);
    }
    assertThat(failures).hasValue(5);
    assertThat(told)
        .hasSize(3)
        .first()
        .isEqualTo(
            "warning: the exchange failed (1 times in aquatope-test): java.lang.NoSuchMethodError:"
                + " of another version");
  }

  @Test
  void aReportThatFailsIsToldOfAndTheNextOneComes() throws InterruptedException {
    AtomicInteger calls = new AtomicInteger();
    try (PeriodicTask pulse = threads.start("aquatope-test", Duration.ofHours(1), now -> {})) {
      threads.report(
          pulse,
          Duration.ofMillis(1),
          () -> {
            if (calls.incrementAndGet() == 1) {
              throw new IllegalStateException("no numbers");
            }
            return "dropped 0";
          });

      assertThat(told.poll(10, TimeUnit.SECONDS))
          .isEqualTo(
              "warning: the exchange cannot report (1 times): java.lang.IllegalStateException: no"
                  + " numbers");
      assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("dropped 0");
    }
  }

  @Test
  void aLogThatFailsAsWellEndsNothing() throws InterruptedException {
    ExchangeEvents broken =
        new ExchangeEvents() {
          @Override
          public void told(String line) {
            throw new IllegalStateException("no log");
          }

          @Override
          public void warned(String line) {
            throw new IllegalStateException("no log");
          }
        };
    AtomicInteger calls = new AtomicInteger();
    try (PeriodicTask pulse =
        new ExchangeThreads(broken)
            .start(
                "aquatope-test",
                Duration.ofMillis(1),
                now -> {
                  runs.add(calls.incrementAndGet());
                  throw new IllegalStateException("as told");
                })) {
      assertThat(runs.poll(10, TimeUnit.SECONDS)).isEqualTo(1);
      assertThat(runs.poll(10, TimeUnit.SECONDS)).isEqualTo(2);
    }
  }
}
