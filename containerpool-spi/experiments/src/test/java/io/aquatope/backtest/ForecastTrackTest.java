/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.models.forecast.ForecastModel;
import io.aquatope.models.forecast.component.BaselineModels;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ForecastTrackTest {

  @Test
  void putsEachForecastBesideItsOutcome() {
    ForecastModel idleTime =
        BaselineModels.all(60, Duration.ofMinutes(1)).stream()
            .filter(model -> model.name().equals("idle-time"))
            .findFirst()
            .orElseThrow();
    FunctionDemand everyThirdMinute = SeriesForTests.population(1, 90).get(0);

    ForecastTrack track = ForecastTrack.of(idleTime, everyThirdMinute, 60);

    assertThat(track.steps()).hasSize(30);
    assertThat(track.steps().get(0)).isEqualTo(new ForecastTrack.Step(60, 1, 1, 1, 1));
    assertThat(track.steps().get(1)).isEqualTo(new ForecastTrack.Step(61, 0, 0, 0, 0));
  }
}
