/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aquatope.models.distribution.RandomVariates;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CallRecurrenceTest {

  private static final long LAG = SuccessorFixture.micros(60);
  private static final double DAY = 86_400;
  private static final int PROCESSES = 50;

  private final CallRecurrence recurrence = new CallRecurrence(LAG);

  private double chance(double seconds) {
    return recurrence.chance(0, SuccessorFixture.micros(seconds));
  }

  @Test
  void aFunctionThatWasNeverCalledCouldHaveBeenCalledJustNotYet() {
    assertThat(chance(540)).isCloseTo(0.1, within(0.01));
  }

  @Test
  void aFunctionThatHasBecomeBusyIsLikelyToBeCalledAtOnce() {
    for (int i = 0; i < 40; i++) {
      recurrence.called(SuccessorFixture.micros(DAY + i * 30));
    }

    assertThat(chance(DAY + 40 * 30)).isGreaterThan(0.8);
  }

  @Test
  void halfwayBetweenItsCallsATimerCoversTheShareOfItsPeriod() {
    for (int i = 1; i <= 3 * 144; i++) {
      recurrence.called(SuccessorFixture.micros(600 * i));
    }

    assertThat(chance(3 * DAY + 300)).isCloseTo(0.1, within(0.01));
  }

  @Test
  void burstsCountByTheTimeThatTheyCover() {
    for (int i = 0; i < 3 * 24; i++) {
      for (int j = 0; j < 100; j++) {
        recurrence.called(SuccessorFixture.micros(3600 * i + j));
      }
    }

    assertThat(chance(3 * DAY)).isCloseTo((60 + 99) / 3600.0, within(0.005));
  }

  /**
   * P(a call within the lag) = 1 - exp(-rate · lag) for a Poisson process. The share of the last
   * minutes rests on few calls and only ever raises the estimate, so it is left to decay for half
   * an hour, in which the share of the last 8 hours decays by exp(-1/16).
   */
  @Test
  void aPoissonProcessHasItsClosedForm() {
    double sum = 0;
    for (int seed = 1; seed <= PROCESSES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      CallRecurrence process = new CallRecurrence(LAG);
      for (double at = 0; at < 5 * DAY; at += 120 * RandomVariates.exponential(random)) {
        process.called(SuccessorFixture.micros(at));
      }
      sum += process.chance(0, SuccessorFixture.micros(5 * DAY + 30 * 60));
    }

    assertThat(sum / PROCESSES).isCloseTo(Math.exp(-1 / 16.0) * (1 - Math.exp(-0.5)), within(0.01));
  }

  @Test
  void nothingIsRareBeforeItHasBeenWatched() {
    recurrence.called(0);

    assertThat(chance(1)).isGreaterThan(0.9);
  }
}
