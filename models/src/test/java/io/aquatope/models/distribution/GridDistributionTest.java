/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GridDistributionTest {

  @Property
  void quantileIsTheSmallestDemandThatReachesTheLevel(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 0.99) double level) {
    GridDistribution distribution = random(seed, 60);

    long quantile = distribution.quantile(level);

    assertThat(distribution.cumulative(quantile)).isGreaterThanOrEqualTo(level - 1e-9);
    assertThat(distribution.cumulative(quantile - 1)).isLessThan(level + 1e-9);
  }

  @Property(tries = 100)
  void crpsIsTheSumOfSquaredDifferencesOfTheDistributionFunctions(
      @ForAll long seed, @ForAll @IntRange(max = 700) int outcome) {
    GridDistribution distribution = random(seed, 60);
    double expected = 0;
    for (long k = 0; k <= 1000; k++) {
      double difference = distribution.cumulative(k) - (outcome <= k ? 1 : 0);
      expected += difference * difference;
    }

    assertThat(distribution.crps(outcome)).isCloseTo(expected, within(1e-9));
  }

  @Test
  void meanAndVarianceAreThoseOfItsDemandsOneByOne() {
    GridDistribution distribution = random(3, 50);
    double mean = 0;
    double square = 0;
    for (long k = 0; k <= DemandGrid.upper(50); k++) {
      mean += k * distribution.probability(k);
      square += (double) k * k * distribution.probability(k);
    }

    assertThat(distribution.mean()).isCloseTo(mean, within(1e-9));
    assertThat(distribution.variance()).isCloseTo(square - mean * mean, within(1e-6));
  }

  @Test
  void samplesHaveTheDistribution() {
    double[] mass = new double[DemandGrid.BINS];
    mass[0] = 3;
    mass[2] = 1;
    GridDistribution distribution = GridDistribution.of(mass);
    SplittableRandom random = new SplittableRandom(1);

    long twos = random.longs(4000).filter(any -> distribution.sample(random) == 2).count();

    assertThat(twos / 4000.0).isCloseTo(0.25, within(0.03));
  }

  @Test
  void tellsHowMuchAFurtherContainerHasToHopeFor() {
    double[] mass = new double[DemandGrid.BINS];
    mass[0] = 0.7;
    mass[1] = 0.2;
    mass[4] = 0.1;
    GridDistribution distribution = GridDistribution.of(mass);

    assertThat(distribution.atLeast(0)).isEqualTo(1);
    assertThat(distribution.atLeast(1)).isCloseTo(0.3, within(1e-12));
    assertThat(distribution.atLeast(2)).isCloseTo(0.1, within(1e-12));
    assertThat(distribution.atLeast(5)).isCloseTo(0, within(1e-12));
  }

  @Test
  void refusesMassThatIsNoDistribution() {
    assertThatThrownBy(() -> GridDistribution.of(new double[3])).hasMessageContaining("3 bins");
    assertThatThrownBy(() -> GridDistribution.of(new double[DemandGrid.BINS]))
        .hasMessageContaining("adds up to 0.0");
    double[] negative = new double[DemandGrid.BINS];
    negative[7] = -1;
    assertThatThrownBy(() -> GridDistribution.of(negative)).hasMessageContaining("bin 7 is -1.0");
    double[] broken = new double[DemandGrid.BINS];
    Arrays.fill(broken, Double.NaN);
    assertThatThrownBy(() -> GridDistribution.of(broken)).hasMessageContaining("NaN");
  }

  private static GridDistribution random(long seed, int bins) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] mass = new double[DemandGrid.BINS];
    for (int bin = 0; bin < bins; bin++) {
      mass[bin] = random.nextInt(3) == 0 ? 0 : random.nextDouble();
    }
    mass[random.nextInt(bins)] = 1;
    return GridDistribution.of(mass);
  }
}
