/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FailureGuardTest {

  /**
   * A method that another version of OpenWhisk lacks ended the reserve's and the looks' schedule.
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aScheduleGoesOnAfterAFailureAlsoIfItsReportFails(boolean reportFails)
      throws InterruptedException {
    Semaphore runs = new Semaphore(0);
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    try {
      Runnable task =
          new FailureGuard(
                  failure -> {
                    if (reportFails) {
                      throw new IllegalStateException("no log");
                    }
                  })
              .guarded(
                  () -> {
                    runs.release();
                    throw new NoSuchMethodError("plan");
                  });
      var unused = clock.scheduleWithFixedDelay(task, 0, 1, TimeUnit.MILLISECONDS);

      assertThat(runs.tryAcquire(3, 10, TimeUnit.SECONDS)).isTrue();
    } finally {
      clock.shutdownNow();
    }
  }

  @Test
  void fatalErrorsAreReportedAndGoOn() {
    List<Throwable> reported = new ArrayList<>();
    OutOfMemoryError fatal = new OutOfMemoryError();

    assertThatThrownBy(
            () ->
                new FailureGuard(reported::add)
                    .attempt(
                        () -> {
                          throw fatal;
                        }))
        .isSameAs(fatal);
    assertThat(reported).containsExactly(fatal);
  }

  @Test
  void aReportMayThrowTheFailureItself() {
    FailureGuard guard =
        new FailureGuard(
            failure -> {
              throw (IllegalStateException) failure;
            });

    boolean succeeded =
        guard.attempt(
            () -> {
              throw new IllegalStateException("scripted");
            });

    assertThat(succeeded).isFalse();
  }
}
