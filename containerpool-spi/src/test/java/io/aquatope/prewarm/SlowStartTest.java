/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Memory that is held because starts took long: a function of 256 MB that is called at an interval,
 * for eight hours a day, in the pool itself.
 */
final class SlowStartTest {

  private static final double USUAL = 0.8;
  private static final double MOST_MORE = 1.5;
  private static final int DAYS = 2;

  private static double[] held(
      int everySeconds, double jitter, int together, IntToDoubleFunction startSeconds) {
    return new OneFunctionPool(startSeconds).held(everySeconds, jitter, together, DAYS);
  }

  private static void assertHardlyMore(double[] held, double[] usually) {
    for (int day = 0; day < DAYS; day++) {
      assertThat(held[day])
          .as(
              "GB-seconds of day %s, of %s, usually %s",
              day, Arrays.toString(held), Arrays.toString(usually))
          .isLessThanOrEqualTo(MOST_MORE * usually[day]);
    }
  }

  /**
   * Prevents that an image pull, an engine that hangs or a clock that steps multiplies the memory
   * that a function holds for days: 5 to 200 times where a mean was taken. The slow start is one of
   * the first three, before others are known.
   */
  @ParameterizedTest
  @CsvSource({"900, 0", "900, 0.1", "900, 1", "3600, 0", "3600, 0.1", "3600, 1"})
  void oneSlowStartHoldsHardlyMoreMemory(int everySeconds, double jitter) {
    double[] usually = held(everySeconds, jitter, 1, start -> USUAL);
    for (double slow : new double[] {30, 60, 180, 600}) {
      assertHardlyMore(held(everySeconds, jitter, 1, start -> start == 0 ? slow : USUAL), usually);
    }
    for (int which = 1; which < 3; which++) {
      int slowOne = which;
      assertHardlyMore(
          held(everySeconds, jitter, 1, start -> start == slowOne ? 600 : USUAL), usually);
    }
  }

  /** Five calls that wait for one image to be pulled are no five slow starts. */
  @Test
  void startsThatWaitForOneImageCountAsOne() {
    assertHardlyMore(
        held(900, 0.1, 5, start -> start < 5 ? 180 : USUAL), held(900, 0.1, 5, start -> USUAL));
  }

  /** A function whose starts really are slow is worth more memory, and gets it on the first day. */
  @Test
  void aFunctionThatAlwaysStartsSlowlyIsHeldForLonger() {
    OneFunctionPool pool = new OneFunctionPool(start -> 20);
    double[] held = pool.held(900, 0.1, 1, DAYS);
    double[] usually = held(900, 0.1, 1, start -> USUAL);

    assertThat(held[0]).isGreaterThan(2 * usually[0]);
    assertThat(pool.coldStarts()).as("of 64 calls").isLessThan(12);
  }
}
