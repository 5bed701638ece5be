/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class CallRateTest {

  private static final long DAY = 86_400_000;

  /** One clock that was ahead by days made gaps of years, and then of nothing for as long. */
  @Test
  void aClockThatWasAheadCountsAsADayAndIsForgotten() {
    CallRate pace = CallRate.UNKNOWN.plus(100 * DAY).plus(100 * DAY + 1_000).plus(400 * DAY);
    assertThat(pace.gapSeconds()).isEqualTo((86_400 + 1) / 2.0);

    pace = pace.plus(100 * DAY + 2_000).plus(100 * DAY + 5_000);
    assertThat(pace.lastMs()).isEqualTo(100 * DAY + 5_000);
    assertThat(pace.gapSeconds()).isEqualTo((86_400 + 1 + 3) / 3.0);
  }

  @Test
  void theGapIsTheMeanTimeBetweenInstances() {
    assertThat(CallRate.UNKNOWN.plus(5_000).gapSeconds()).isZero();
    assertThat(CallRate.UNKNOWN.plus(5_000).plus(7_000).plus(11_000).gapSeconds()).isEqualTo(3);
  }

  @Test
  void instancesThatComeOutOfOrderDoNotTurnTimeBack() {
    CallRate pace = CallRate.UNKNOWN.plus(5_000).plus(9_000).plus(8_000).plus(13_000);

    assertThat(pace).isEqualTo(new CallRate(8_000, 3, 13_000));
  }

  @Test
  void whatChangesIsFollowed() {
    CallRate pace = CallRate.UNKNOWN;
    long now = 1_000;
    for (int i = 0; i < 400; i++) {
      pace = pace.plus(now += 10_000);
    }
    for (int i = 0; i < 2_000; i++) {
      pace = pace.plus(now += 1_000);
    }

    assertThat(pace.gapSeconds()).isCloseTo(1, within(0.1));
    assertThat(pace.gaps()).isLessThan(400);
  }
}
