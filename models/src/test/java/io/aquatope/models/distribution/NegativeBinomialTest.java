/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected numbers: SciPy 1.17.1, {@code scipy.stats.nbinom} and {@code poisson}. */
class NegativeBinomialTest {

  private static final Offset<Double> CLOSE = within(1e-10);

  @ParameterizedTest
  @CsvSource({
    "0.3, 0.5, 0, 0.7905694150420949, 0.7905694150420948",
    "0.3, 0.5, 1, 0.14823176532039273, 0.9388011803624878",
    "0.3, 0.5, 5, 0.0014427694290732658, 0.9992371886692234",
    "4, 2.5, 0, 0.09174166759556839, 0.0917416675955684",
    "4, 2.5, 5, 0.09497628330470805, 0.738883234317461",
    "120, 7, 100, 0.009094263219252769, 0.3767441835155019",
    "1000000, 3, 1000000, 6.721244147801295e-07, 0.5768102549507614",
    "0.3, Infinity, 0, 0.7408182206817179, 0.740818220681718",
    "0.3, Infinity, 3, 0.0033336819930677277, 0.9997341888099782",
    "120, Infinity, 130, 0.0233093950099847, 0.8314816133118815",
  })
  void agreesWithScipy(double mean, double shape, long k, double probability, double cumulative) {
    NegativeBinomial distribution = new NegativeBinomial(mean, shape);

    assertThat(distribution.probability(k)).isCloseTo(probability, CLOSE);
    assertThat(distribution.cumulative(k)).isCloseTo(cumulative, CLOSE);
  }

  @ParameterizedTest
  @CsvSource({
    "0.3, 0.5, 0, 0, 3",
    "4, 2.5, 0, 3, 14",
    "120, 7, 54, 114, 254",
    "1000000, 3, 272563, 891353, 2801985",
    "4, Infinity, 1, 4, 9",
  })
  void quantilesAgreeWithScipy(double mean, double shape, long low, long median, long high) {
    NegativeBinomial distribution = new NegativeBinomial(mean, shape);

    assertThat(distribution.quantile(0.05)).isEqualTo(low);
    assertThat(distribution.quantile(0.5)).isEqualTo(median);
    assertThat(distribution.quantile(0.99)).isEqualTo(high);
  }

  @ParameterizedTest
  @CsvSource({"0.01, 0.2", "3, 1.5", "60, 9", "70, 9", "5000, 40", "1000000, 12", "50, Infinity"})
  void onTheGridItKeepsItsMeanAndQuantiles(double mean, double shape) {
    NegativeBinomial distribution = new NegativeBinomial(mean, shape);
    double[] mass = new double[DemandGrid.BINS];
    distribution.addTo(mass, 1);
    GridDistribution grid = GridDistribution.of(mass);

    assertThat(grid.mean()).isCloseTo(mean, within(0.02 * mean));
    for (double level : new double[] {0.05, 0.5, 0.95}) {
      double exact = distribution.quantile(level);
      assertThat((double) grid.quantile(level)).isCloseTo(exact, within(0.03 * exact + 1e-9));
    }
  }

  @Test
  void varianceGrowsAsShapeFalls() {
    assertThat(new NegativeBinomial(4, 2).variance()).isEqualTo(12);
    assertThat(new NegativeBinomial(4, Double.POSITIVE_INFINITY).variance()).isEqualTo(4);
  }

  @Test
  void refusesWhatIsNoDistribution() {
    assertThatThrownBy(() -> new NegativeBinomial(0, 1)).hasMessageContaining("positive");
    assertThatThrownBy(() -> new NegativeBinomial(1, Double.NaN)).hasMessageContaining("NaN");
  }
}
