/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class InstanceArrivalsTest {

  private static final long MINUTE = 60_000;

  @Test
  void instancesCountInTheirMinuteAndQuietMinutesAreZero() {
    InstanceArrivals arrivals =
        InstanceArrivals.NONE
            .plus(10 * MINUTE)
            .plus(10 * MINUTE + 5)
            .plus(13 * MINUTE)
            .plus(14 * MINUTE);

    assertThat(arrivals.until(15)).containsExactly(2, 0, 0, 1, 1);
    assertThat(arrivals.until(14)).containsExactly(2, 0, 0, 1);
    assertThat(arrivals.until(17)).containsExactly(2, 0, 0, 1, 1, 0, 0);
    assertThat(arrivals.until(10)).isEmpty();
    assertThat(arrivals.until(3)).isEmpty();
  }

  @Test
  void whatComesLateCountsInTheLatestMinute() {
    assertThat(InstanceArrivals.NONE.plus(10 * MINUTE).plus(8 * MINUTE).until(11))
        .containsExactly(2);
  }

  /** One clock that was ahead by days hid all arrivals for as long. */
  @Test
  void aClockThatWasAheadHidesNothingOnceOthersAreSeen() {
    long ahead = 30 * 24 * 60 * MINUTE;

    assertThat(
            InstanceArrivals.NONE
                .plus(10 * MINUTE)
                .plus(ahead)
                .plus(11 * MINUTE)
                .plus(11 * MINUTE)
                .until(13))
        .containsExactly(2, 0);
  }

  @Test
  void onlyTwoHoursAreRemembered() {
    InstanceArrivals arrivals = InstanceArrivals.NONE;
    for (int minute = 1; minute <= 300; minute++) {
      arrivals = arrivals.plus(minute * MINUTE);
    }

    assertThat(arrivals.until(301)).hasSize(120).containsOnly(1);
    assertThat(arrivals.until(10_000)).hasSize(120).containsOnly(0);
  }

  @Test
  void beforeTheFirstInstanceNothingIsKnown() {
    assertThat(InstanceArrivals.NONE.until(100)).isEqualTo(List.of());
  }
}
