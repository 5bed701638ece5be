/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aquatope.pool.StartKind;
import org.junit.jupiter.api.Test;

class FunctionStartTimesTest {

  private final FunctionStartTimes times = FunctionStartTimes.expected();
  private long nowMicros;

  /** A start an hour after the last one. */
  private void took(StartKind start, long micros) {
    nowMicros += 3600L * 1_000_000;
    times.took(start, micros, nowMicros);
  }

  @Test
  void beginsWithWhatIsExpected() {
    assertThat(times.coldSeconds()).isCloseTo(0.808, within(1e-9));
    assertThat(times.initSeconds()).isCloseTo(0.202, within(1e-9));
  }

  @Test
  void fewMeasurementsMoveItALittleAndManyAllTheWay() {
    took(StartKind.COLD, 3_000_000);
    assertThat(times.coldSeconds()).isBetween(0.9, 1.5);

    for (int start = 0; start < 100; start++) {
      took(StartKind.RECREATED, 3_000_000);
    }
    assertThat(times.coldSeconds()).isCloseTo(3, within(0.05));
  }

  @Test
  void startsInPreparedContainersTellNothing() {
    took(StartKind.PREPARED, 9_000_000);
    took(StartKind.WARM, 9_000_000);

    assertThat(times.coldSeconds()).isCloseTo(0.808, within(1e-9));
  }

  @Test
  void initialisationIsNeverMoreThanTheWhole() {
    for (int start = 0; start < 100; start++) {
      took(StartKind.CREATED, 5_000_000);
    }

    assertThat(times.initSeconds()).isEqualTo(times.coldSeconds());
  }

  @Test
  void aStartTakesAsLongAsWhatIsStillToBeDone() {
    assertThat(times.seconds(StartKind.WARM)).isZero();
    assertThat(times.seconds(StartKind.PREPARED)).isZero();
    assertThat(times.seconds(StartKind.STEM_CELL)).isEqualTo(times.initSeconds());
    assertThat(times.seconds(StartKind.COLD)).isEqualTo(times.coldSeconds());
  }

  @Test
  void aNewFunctionIsExpectedToBeLikeTheOthers() {
    for (int start = 0; start < 100; start++) {
      took(StartKind.COLD, 2_000_000);
    }

    assertThat(times.asPrior().coldSeconds()).isCloseTo(times.coldSeconds(), within(1e-9));
  }

  /** Prevents that one image pull, or one engine that hangs, rules a function's value. */
  @Test
  void oneSlowStartCountsAsOneThatIsALittleSlow() {
    took(StartKind.COLD, 600_000_000);
    assertThat(times.coldSeconds()).isLessThan(1.2 * 0.808);

    took(StartKind.COLD, 800_000);
    took(StartKind.COLD, 800_000);
    assertThat(times.coldSeconds()).isLessThan(1.2 * 0.808);
  }

  @Test
  void startsThatAreAlwaysSlowAreLearntWithinAFew() {
    for (int start = 0; start < 4; start++) {
      took(StartKind.COLD, 20_000_000);
    }

    assertThat(times.coldSeconds()).isBetween(15.0, 20.0);
  }

  /** Ten calls that wait for one pull are one pull. */
  @Test
  void startsThatEndTogetherAreOne() {
    for (int start = 0; start < 10; start++) {
      times.took(StartKind.COLD, 60_000_000 + start, 1_000_000_000 + start * 100_000L);
    }

    assertThat(times.coldSeconds()).isLessThan(1.2 * 0.808);
  }

  /** Prevents that what was once slow is held for days, as no start comes that could show more. */
  @Test
  void whatIsNotMeasuredAgainFadesWithTime() {
    for (int start = 0; start < 4; start++) {
      took(StartKind.COLD, 20_000_000);
    }
    for (int minute = 0; minute < 48 * 60; minute++) {
      times.fade(nowMicros + minute * 60_000_000L);
    }

    assertThat(times.coldSeconds()).isLessThan(1.5 * 0.808);
  }
}
