/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aquatope.models.distribution.GridDistribution;
import io.aquatope.models.distribution.PredictiveDistribution;
import io.aquatope.models.forecast.DemandWindow;
import io.aquatope.models.forecast.ForecastModel;
import io.aquatope.models.forecast.Forecaster;
import io.aquatope.models.forecast.FunctionTrigger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacktestTest {

  /** Forecasts what was seen last, with certainty, and notes what it had seen by then. */
  private static final class Certain implements ForecastModel {

    private final List<Integer> seenAtForecast = new ArrayList<>();

    @Override
    public String name() {
      return "certain";
    }

    @Override
    public Forecaster forecaster(FunctionTrigger trigger) {
      return new Forecaster() {
        private final List<DemandWindow> seen = new ArrayList<>();

        @Override
        public void observe(DemandWindow window) {
          seen.add(window);
        }

        @Override
        public List<PredictiveDistribution> forecast(int horizon) {
          seenAtForecast.add(seen.size());
          PredictiveDistribution last = GridDistribution.at(seen.get(seen.size() - 1).peak());
          return java.util.Collections.nCopies(horizon, last);
        }
      };
    }
  }

  @Test
  void eachWindowIsForecastFromThoseBeforeItOnly() {
    Certain model = new Certain();

    new Backtest(3, 1).run(model, List.of(series(0, 1, 2, 3, 4, 5)));

    assertThat(model.seenAtForecast).containsExactly(3, 4, 5);
  }

  @Test
  void scoresAreMeansOverTheWindowsMeasured() {
    Backtest.Outcome outcome =
        new Backtest(3, 2).run(new Certain(), List.of(series(0, 2, 0, 1, 3, 3)));

    FunctionScore one = outcome.oneStep().get(0);
    assertThat(one.crps()).as("errors 1, 2, 0").isCloseTo(1, within(1e-12));
    assertThat(one.smape()).as("200, 100, 0").isCloseTo(100, within(1e-12));
    FunctionScore two = outcome.furthest().get(0);
    assertThat(two.crps()).as("errors 3, 2").isCloseTo(2.5, within(1e-12));
  }

  @Test
  void pinballIsInUnitsOfTheNaiveErrorOfTheWarmup() {
    FunctionDemand series = series(0, 2, 0, 0, 0, 1);
    double small =
        new Backtest(4, 1).run(new Certain(), List.of(series)).oneStep().get(0).pinball();
    double large =
        new Backtest(4, 1)
            .run(new Certain(), List.of(series(0, 4, 0, 0, 0, 1)))
            .oneStep()
            .get(0)
            .pinball();

    assertThat(large).isCloseTo(small / 2, within(1e-12));
  }

  @Test
  void aWarmupWithoutChangeCountsAsOneContainerOfError() {
    assertThat(ScoreSum.naiveError(series(1, 1, 1, 1, 1, 9), 5)).isEqualTo(0.25);
    assertThat(ScoreSum.naiveError(series(1, 4, 1, 1, 1, 9), 5)).isEqualTo(1.5);
  }

  @Test
  void seriesOfDifferentLengthsAreWalkedToTheirEnds() {
    Certain model = new Certain();

    Backtest.Outcome outcome =
        new Backtest(2, 1).run(model, List.of(series(1, 1, 1), series(1, 1, 1, 1, 1)));

    assertThat(outcome.oneStep()).hasSize(2);
    assertThat(model.seenAtForecast).hasSize(1 + 3);
  }

  @Test
  void refusesSeriesTooShortForTheWarmup() {
    assertThatThrownBy(
            () -> new Backtest(5, 2).run(new Certain(), List.of(series(1, 1, 1, 1, 1, 1))))
        .hasMessageContaining("function f has 6 windows, expected at least 7");
  }

  private static FunctionDemand series(int... peaks) {
    List<DemandWindow> windows = new ArrayList<>();
    for (int t = 0; t < peaks.length; t++) {
      windows.add(new DemandWindow(t, peaks[t], peaks[t]));
    }
    return new FunctionDemand("f", "o", FunctionTrigger.HTTP, windows);
  }
}
