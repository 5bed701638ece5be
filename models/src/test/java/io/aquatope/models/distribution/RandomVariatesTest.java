/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.stat.descriptive.moment.Kurtosis;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.Skewness;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Expected numbers: SciPy 1.17.1, {@code scipy.stats.norm.ppf} and {@code scipy.stats.expon.ppf}.
 */
class RandomVariatesTest {

  private static final int MANY = 1_000_000;

  @ParameterizedTest
  @CsvSource({
    "1.1102230246251565e-16, -8.209536151601387, 1.1102230246251565e-16",
    "1e-12, -7.034483825301131, 1.0000000000005e-12",
    "1e-06, -4.753424308822899, 1.0000005000003334e-06",
    "0.001, -3.090232306167813, 0.0010005003335835335",
    "0.02, -2.053748910631823, 0.02020270731751945",
    "0.1, -1.2815515655446004, 0.10536051565782631",
    "0.25, -0.6744897501960817, 0.2876820724517809",
    "0.4999, -0.0002506628300880075, 0.6929472005572791",
    "0.5, 0.0, 0.6931471805599453",
    "0.75, 0.6744897501960817, 1.3862943611198906",
    "0.99, 2.3263478740408408, 4.605170185988091",
    "0.9999999999990905, 7.047700256664409, 27.725887222397812",
    "0.9999999999999999, 8.209536151601387, 36.7368005696771",
  })
  void quantilesAgreeWithScipy(double level, double normal, double exponential) {
    // Levels such as 1e-12, which do not occur, lose digits in 2 * level - 1.
    assertThat(RandomVariates.normalQuantile(level)).isCloseTo(normal, within(1e-5));
    assertThat(RandomVariates.exponentialQuantile(level))
        .isCloseTo(exponential, within(1e-15 * Math.max(1, exponential)));
  }

  /** Levels that occur, the first of them next to 0 and the last next to 1. */
  @ParameterizedTest
  @CsvSource({
    "0, 1.1102230246251565e-16, -8.209536151601387",
    "-1, 0.9999999999999999, 8.209536151601387",
    "-9223372036854775808, 0.5000000000000001, 2.782916424671767e-16",
    "9223372036854775807, 0.4999999999999999, -2.782916424671767e-16",
    "-4767286540954276203, 0.7415648787718233, 0.6481773613288518",
    "2949826092126892291, 0.15991039287692022, -0.9948262318051994",
  })
  void everyLevelIsWithinTheUnitInterval(long bits, double level, double normal) {
    assertThat(RandomVariates.level(bits)).isEqualTo(level);
    assertThat(RandomVariates.normalQuantile(level)).isCloseTo(normal, within(1e-14));
  }

  /** The generator is SplitMix64, reckoned in Python. */
  @Test
  void aSeedGivesTheSameVariatesOnEveryJvm() {
    double[] normals = {
      0.6481773613288518, -0.9948262318051994, -0.5870021533389612, -0.40105255214178565
    };
    double[] exponentials = {
      1.3531105982440144, 0.17424671768764305, 0.3265630772662666, 0.4218852587151471
    };
    SplittableRandom random = new SplittableRandom(42);
    SplittableRandom same = new SplittableRandom(42);
    for (int i = 0; i < normals.length; i++) {
      assertThat(RandomVariates.normal(random)).isCloseTo(normals[i], within(1e-15));
      assertThat(RandomVariates.exponential(same)).isCloseTo(exponentials[i], within(1e-15));
    }
  }

  @Test
  void theMomentsOfTheNormalAreThose() {
    double[] sample = sample(RandomVariates::normal);
    assertThat(new Mean().evaluate(sample)).isCloseTo(0, within(0.005));
    assertThat(new Variance().evaluate(sample)).isCloseTo(1, within(0.007));
    assertThat(new Skewness().evaluate(sample)).isCloseTo(0, within(0.012));
    assertThat(new Kurtosis().evaluate(sample)).isCloseTo(0, within(0.025));
  }

  @Test
  void theMomentsOfTheExponentialAreThose() {
    double[] sample = sample(RandomVariates::exponential);
    assertThat(new Mean().evaluate(sample)).isCloseTo(1, within(0.005));
    assertThat(new Variance().evaluate(sample)).isCloseTo(1, within(0.015));
    assertThat(new Skewness().evaluate(sample)).isCloseTo(2, within(0.06));
  }

  @Test
  void theTailsHoldAsManyAsTheyShould() {
    double[] normals = sample(RandomVariates::normal);
    assertThat(share(normals, z -> z > 3)).isCloseTo(0.0013498980316300933, withPercentage(15));
    assertThat(share(normals, z -> z < -3)).isCloseTo(0.0013498980316300933, withPercentage(15));
    assertThat(share(normals, z -> Math.abs(z) > 4)).isCloseTo(6.334e-5, withPercentage(60));
    double[] exponentials = sample(RandomVariates::exponential);
    assertThat(share(exponentials, x -> x > 7)).isCloseTo(Math.exp(-7), withPercentage(15));
    assertThat(share(exponentials, x -> x < 0.001)).isCloseTo(0.0009995, withPercentage(15));
    assertThat(share(exponentials, x -> x <= 0)).isZero();
  }

  @Test
  void theWholeDistributionsFit() {
    assertFits(new NormalDistribution(null, 0, 1), RandomVariates::normal);
    assertFits(new ExponentialDistribution(null, 1), RandomVariates::exponential);
  }

  private static void assertFits(
      RealDistribution distribution, ToDoubleFunction<SplittableRandom> variate) {
    double[] some = Arrays.copyOf(sample(variate), 20_000);
    assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(distribution, some))
        .as("probability of a fit no better than this")
        .isGreaterThan(0.001);
  }

  private static double[] sample(ToDoubleFunction<SplittableRandom> variate) {
    SplittableRandom random = new SplittableRandom(7);
    double[] sample = new double[MANY];
    Arrays.setAll(sample, i -> variate.applyAsDouble(random));
    return sample;
  }

  private static double share(double[] sample, DoublePredicate in) {
    return (double) Arrays.stream(sample).filter(in).count() / sample.length;
  }
}
