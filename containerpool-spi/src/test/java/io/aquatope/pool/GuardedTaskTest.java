/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

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

final class GuardedTaskTest {

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
          new GuardedTask(
              () -> {
                runs.release();
                throw new NoSuchMethodError("plan");
              },
              failure -> {
                if (reportFails) {
                  throw new IllegalStateException("no log");
                }
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
            new GuardedTask(
                    () -> {
                      throw fatal;
                    },
                    reported::add)
                ::run)
        .isSameAs(fatal);
    assertThat(reported).containsExactly(fatal);
  }
}
