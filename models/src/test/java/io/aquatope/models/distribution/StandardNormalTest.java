/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected numbers: SciPy 1.17.1, {@code scipy.stats.norm}. */
class StandardNormalTest {

  @ParameterizedTest
  @CsvSource({
    "-6, 9.865876450376946e-10",
    "-2.5, 0.006209665325776132",
    "-1, 0.15865525393145707",
    "0, 0.5",
    "0.3, 0.6179114221889526",
    "1.96, 0.9750021048517795",
    "5, 0.9999997133484281",
  })
  void agreesWithScipy(double z, double expected) {
    assertThat(StandardNormal.cumulative(z)).isCloseTo(expected, within(7.5e-8));
  }

  @Test
  void aDemandIsRoundedAndCutAtZero() {
    double[] mass = new double[DemandGrid.BINS];
    StandardNormal.addTo(mass, 0.5, 1, 1);
    GridDistribution demand = GridDistribution.of(mass);

    assertThat(demand.cumulative(0)).isCloseTo(0.5, within(1e-6));
    assertThat(demand.cumulative(1)).isCloseTo(0.8413447, within(1e-6));
  }

  @Test
  void withoutDeviationAllLiesOnTheRoundedMean() {
    double[] mass = new double[DemandGrid.BINS];
    StandardNormal.addTo(mass, 2.6, 0, 1);

    assertThat(GridDistribution.of(mass).probability(3)).isEqualTo(1);
  }
}
