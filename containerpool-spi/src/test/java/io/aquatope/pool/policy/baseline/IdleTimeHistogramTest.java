/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class IdleTimeHistogramTest {

  private final IdleTimeHistogram histogram = new IdleTimeHistogram(Duration.ofMinutes(4));

  private void addMinutes(double... idle) {
    for (double minutes : idle) {
      histogram.add(Math.round(minutes * IdleTimeHistogram.BIN_MICROS));
    }
  }

  @Test
  void withoutIdleTimesThereIsNoVariation() {
    assertThat(histogram.variation()).isZero();
    assertThat(histogram.outOfBoundsShare()).isZero();
  }

  @Test
  void variationIsThatOfTheCountsInTheBins() {
    addMinutes(1, 1.5, 1.9, 3.2);

    // Counts 0, 3, 0, 1: mean 1, variance (1 + 4 + 1 + 0) / 4.
    assertThat(histogram.variation()).isCloseTo(Math.sqrt(1.5), within(1e-12));
  }

  @Test
  void equalCountsDoNotVary() {
    addMinutes(0, 1, 2, 3);

    assertThat(histogram.variation()).isZero();
  }

  @Test
  void quantilesAreBins() {
    addMinutes(0.5, 1.5, 1.6, 3.5);

    assertThat(histogram.quantileBin(0.25)).isZero();
    assertThat(histogram.quantileBin(0.26)).isEqualTo(1);
    assertThat(histogram.quantileBin(0.75)).isEqualTo(1);
    assertThat(histogram.quantileBin(0.99)).isEqualTo(3);
  }

  @Test
  void theRangeItselfIsOutOfBounds() {
    addMinutes(3.99, 4, 100);

    assertThat(histogram.outOfBoundsShare()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(histogram.quantileBin(0.05)).isEqualTo(3);
  }
}
