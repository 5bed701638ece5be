/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aquatope.pool.StartKind;
import org.junit.jupiter.api.Test;

class StartTimesTest {

  private final StartTimes times = StartTimes.expected();

  @Test
  void beginsWithWhatIsExpected() {
    assertThat(times.coldSeconds()).isCloseTo(0.808, within(1e-9));
    assertThat(times.initSeconds()).isCloseTo(0.202, within(1e-9));
  }

  @Test
  void fewMeasurementsMoveItALittleAndManyAllTheWay() {
    times.took(StartKind.COLD, 3_000_000);
    assertThat(times.coldSeconds()).isBetween(0.9, 1.5);

    for (int start = 0; start < 100; start++) {
      times.took(StartKind.RECREATED, 3_000_000);
    }
    assertThat(times.coldSeconds()).isCloseTo(3, within(0.05));
  }

  @Test
  void startsInPreparedContainersTellNothing() {
    times.took(StartKind.PREPARED, 9_000_000);
    times.took(StartKind.WARM, 9_000_000);

    assertThat(times.coldSeconds()).isCloseTo(0.808, within(1e-9));
  }

  @Test
  void initialisationIsNeverMoreThanTheWhole() {
    for (int start = 0; start < 100; start++) {
      times.took(StartKind.CREATED, 5_000_000);
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
      times.took(StartKind.COLD, 2_000_000);
    }

    assertThat(times.asPrior().coldSeconds()).isCloseTo(times.coldSeconds(), within(1e-9));
  }
}
