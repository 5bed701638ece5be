/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Expected CRPS: properscoring 0.1, {@code crps_ensemble} over all demands weighted by their
 * probability (those of SciPy 1.17.1 for the negative binomial).
 */
class ForecastScoresTest {

  private static final Offset<Double> CLOSE = within(1e-9);

  @ParameterizedTest
  @CsvSource({"0, 0.20750000000000002", "1, 0.4075", "3, 1.9075", "9, 7.7075"})
  void crpsOfAnEmpiricalDistributionAgreesWithProperscoring(long outcome, double expected) {
    assertThat(ForecastScores.crps(fewDemands(), outcome)).isCloseTo(expected, CLOSE);
  }

  @ParameterizedTest
  @CsvSource({
    "0.3, 0.5, 0, 0.04803457640883296",
    "0.3, 0.5, 2, 1.506775767217998",
    "4, 2.5, 11, 5.467667547133832",
    "120, 7, 60, 35.83577651457365",
  })
  void crpsOfNegativeBinomialsAgreesWithProperscoring(
      double mean, double shape, long outcome, double expected) {
    double crps = ForecastScores.crps(new NegativeBinomial(mean, shape), outcome);

    assertThat(crps).isCloseTo(expected, CLOSE);
  }

  @Test
  void crpsOfHugeDemandsIsThatOfTheGrid() {
    double crps = ForecastScores.crps(new NegativeBinomial(1e6, 50), 1_000_000);

    assertThat(crps).isBetween(30_000.0, 36_000.0);
  }

  @Test
  void crpsWithoutSpreadIsTheAbsoluteError() {
    assertThat(ForecastScores.crps(GridDistribution.at(3), 10)).isCloseTo(7, CLOSE);
    assertThat(ForecastScores.crps(GridDistribution.at(3), 3)).isCloseTo(0, CLOSE);
  }

  @Test
  void pinballChargesMoreForTheUnlikelySide() {
    assertThat(ForecastScores.pinball(0.9, 2, 5)).isCloseTo(2.7, CLOSE);
    assertThat(ForecastScores.pinball(0.9, 5, 2)).isCloseTo(0.3, CLOSE);
  }

  @Test
  void meanPinballOfACertainForecastIsAnAverageOfLevels() {
    double levels = 0;
    for (int i = 1; i < 20; i++) {
      levels += 0.05 * i;
    }
    double expected = (levels + 0.99) / 20;

    assertThat(ForecastScores.meanPinball(GridDistribution.at(1), 2)).isCloseTo(expected, CLOSE);
  }

  @Test
  void coverageOfACalibratedForecastIsTheLevelHoweverManyZeros() {
    PredictiveDistribution forecast = fewDemands();
    SplittableRandom random = new SplittableRandom(1);
    double covered90 = 0;
    double covered50 = 0;
    for (int i = 0; i < 20_000; i++) {
      long outcome = forecast.sample(random);
      covered90 += ForecastScores.coverage(forecast, outcome, 0.9) / 20_000;
      covered50 += ForecastScores.coverage(forecast, outcome, 0.5) / 20_000;
    }

    assertThat(covered90).isCloseTo(0.9, within(0.01));
    assertThat(covered50).isCloseTo(0.5, within(0.01));
  }

  @Test
  void coverageShowsForecastsThatAreTooNarrow() {
    assertThat(ForecastScores.coverage(GridDistribution.at(0), 4, 0.9)).isZero();
  }

  @Test
  void smapeOfNothingForeseenRightlyIsZero() {
    assertThat(ForecastScores.smape(0, 0)).isZero();
    assertThat(ForecastScores.smape(0, 3)).isEqualTo(200);
    assertThat(ForecastScores.smape(1, 3)).isEqualTo(100);
  }

  private static GridDistribution fewDemands() {
    double[] mass = new double[DemandGrid.BINS];
    mass[0] = 0.6;
    mass[1] = 0.2;
    mass[2] = 0.15;
    mass[5] = 0.05;
    return GridDistribution.of(mass);
  }
}
