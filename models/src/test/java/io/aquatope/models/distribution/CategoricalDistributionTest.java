/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CategoricalDistributionTest {

  private final CategoricalDistribution uneven =
      CategoricalDistribution.ofLogWeights(
          Math.log(1) - 2000, Math.log(2) - 2000, Math.log(5) - 2000);

  @Test
  void normalisesLogWeightsThatWouldUnderflow() {
    assertThat(uneven.size()).isEqualTo(3);
    assertThat(uneven.probability(0)).isCloseTo(0.125, within(1e-9));
    assertThat(uneven.probability(1)).isCloseTo(0.25, within(1e-9));
    assertThat(uneven.probability(2)).isCloseTo(0.625, within(1e-9));
  }

  @Test
  void findsTheAlternativeAtALevel() {
    assertThat(uneven.indexAt(0)).isZero();
    assertThat(uneven.indexAt(0.12)).isZero();
    assertThat(uneven.indexAt(0.13)).isEqualTo(1);
    assertThat(uneven.indexAt(0.37)).isEqualTo(1);
    assertThat(uneven.indexAt(0.38)).isEqualTo(2);
    assertThat(uneven.indexAt(Math.nextDown(1.0))).isEqualTo(2);
  }

  @Test
  void drawsAlternativesAsOftenAsTheyAreProbable() {
    SplittableRandom random = new SplittableRandom(1);
    int[] drawn = new int[uneven.size()];
    for (int i = 0; i < 8_000; i++) {
      drawn[uneven.draw(random)]++;
    }
    assertThat(drawn[0]).isCloseTo(1_000, within(100));
    assertThat(drawn[1]).isCloseTo(2_000, within(130));
  }

  @Test
  void neverDrawsWhatIsImpossible() {
    CategoricalDistribution certain =
        CategoricalDistribution.ofLogWeights(Double.NEGATIVE_INFINITY, -3);
    assertThat(certain.probability(0)).isZero();
    assertThat(certain.indexAt(0)).isEqualTo(1);
  }
}
