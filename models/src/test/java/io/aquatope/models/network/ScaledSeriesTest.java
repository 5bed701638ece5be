/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class ScaledSeriesTest {

  @Test
  void featuresAreDemandAndTheCalendar() {
    long saturdaySix = 2 * 1440 + 6 * 60;
    ScaledSeries series = new ScaledSeries(new double[] {0.5, -1}, saturdaySix + 59, 60);
    DMatrixRMaj features = new DMatrixRMaj(1, 5);

    series.features(1, features, 0);

    double hour = 2 * Math.PI * 7 / 24;
    double day = 2 * Math.PI * 6 / 7;
    assertThat(features.data)
        .containsExactly(
            new double[] {-1, Math.sin(hour), Math.cos(hour), Math.sin(day), Math.cos(day)},
            within(1e-12));
  }
}
