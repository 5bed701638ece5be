/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class RunTimeTest {

  private static final long SECOND = 1_000_000;

  @Test
  void theMeanIsBusyTimeOverCalls() {
    RunTime runTime = new RunTime();
    for (int window = 0; window < 100; window++) {
      for (int call = 0; call < 3; call++) {
        long at = (window * 60L + call * 10L) * SECOND;
        runTime.called();
        runTime.busy(1, at);
        runTime.busy(0, at + 2 * SECOND);
      }
      runTime.close((window + 1) * 60L * SECOND);
    }

    assertThat(runTime.meanSeconds()).isCloseTo(2, within(0.02));
  }

  /** A call each quarter of an hour. */
  private static void run(RunTime runTime, int from, double... seconds) {
    for (int i = 0; i < seconds.length; i++) {
      long at = (from + i) * 900L * SECOND;
      long end = at + Math.round(seconds[i] * SECOND);
      runTime.called();
      runTime.busy(1, at);
      for (long minute = 1; minute <= 15; minute++) {
        if (end <= at + minute * 60 * SECOND) {
          runTime.busy(0, Math.max(end, at + (minute - 1) * 60 * SECOND));
        }
        runTime.close(at + minute * 60 * SECOND);
      }
    }
  }

  /** Prevents that a run that hangs is taken for what all runs take, for hours. */
  @Test
  void aRunThatHangsDoesNotRule() {
    RunTime runTime = new RunTime();
    run(runTime, 0, 1, 1, 1, 1, 600);
    assertThat(runTime.meanSeconds()).isLessThan(2.5);

    run(runTime, 5, 1, 1, 1, 1);
    assertThat(runTime.meanSeconds()).isLessThan(1.5);
  }

  @Test
  void aFirstRunThatHangsDoesNotRuleEither() {
    RunTime runTime = new RunTime();
    run(runTime, 0, 600, 1, 1);

    assertThat(runTime.meanSeconds()).isLessThan(2.5);
  }

  @Test
  void runsThatAreAlwaysLongAreLearnt() {
    RunTime runTime = new RunTime();
    run(runTime, 0, 600, 600, 600, 600, 600, 600, 600, 600);

    assertThat(runTime.meanSeconds()).isGreaterThan(400);
  }

  /** A container that is taken for busy for ever has a bounded part, which fades. */
  @Test
  void whatNeverEndsIsBounded() {
    RunTime runTime = new RunTime();
    runTime.called();
    runTime.busy(1, 0);
    for (long minute = 1; minute < 10_000; minute++) {
      runTime.close(minute * 60 * SECOND);
    }

    assertThat(runTime.meanSeconds()).isLessThan(5);
  }

  /** One of two that run at a time hangs: the other ones are measured as they are. */
  @Test
  void whatHangsTakesNothingFromTheOthers() {
    RunTime runTime = new RunTime();
    runTime.called();
    runTime.busy(1, 0);
    for (long call = 1; call < 600; call++) {
      runTime.called();
      runTime.busy(2, call * SECOND);
      runTime.busy(1, call * SECOND + SECOND / 2);
      if (call % 60 == 0) {
        runTime.close(call * SECOND);
      }
    }
    runTime.busy(0, 600 * SECOND);

    assertThat(runTime.meanSeconds()).isCloseTo(0.5, within(0.05));
  }
}
