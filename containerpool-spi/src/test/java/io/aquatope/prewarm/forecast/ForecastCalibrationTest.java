/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.models.distribution.GridDistribution;
import org.junit.jupiter.api.Test;

class ForecastCalibrationTest {

  private final ForecastCalibration calibration = new ForecastCalibration();

  private void observe(int windows, int forecast, int outcome) {
    for (int window = 0; window < windows; window++) {
      calibration.observe(GridDistribution.at(forecast), outcome);
    }
  }

  @Test
  void aSurpriseIsForgiven() {
    observe(3, 0, 5);

    assertThat(calibration.isTrusted()).isTrue();
  }

  @Test
  void manySurprisesCostTrustUntilOutcomesAreAsForecastAgain() {
    observe(15, 0, 5);
    assertThat(calibration.isTrusted()).isFalse();

    observe(3, 2, 2);
    assertThat(calibration.isTrusted()).isFalse();

    observe(60, 2, 2);
    assertThat(calibration.isTrusted()).isTrue();
  }
}
