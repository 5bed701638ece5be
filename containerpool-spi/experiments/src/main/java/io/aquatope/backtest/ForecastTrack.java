/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.backtest;

import io.aquatope.models.distribution.PredictiveDistribution;
import io.aquatope.models.forecast.DemandWindow;
import io.aquatope.models.forecast.ForecastModel;
import io.aquatope.models.forecast.Forecaster;
import java.util.ArrayList;
import java.util.List;

/**
 * One function's demand and a model's forecasts one step ahead, window by window, for the plots of
 * a backtest.
 */
public record ForecastTrack(FunctionDemand demand, String model, List<Step> steps) {

  /**
   * One window.
   *
   * @param minute counted from the first window of the demand
   * @param outcome peak demand, in containers
   * @param low the 5 % quantile of the forecast
   * @param median of the forecast
   * @param high the 95 % quantile
   */
  public record Step(int minute, int outcome, long low, long median, long high) {}

  public ForecastTrack {
    steps = List.copyOf(steps);
  }

  /** Walks a model through one function's windows and records its forecasts after the warm-up. */
  public static ForecastTrack of(ForecastModel model, FunctionDemand demand, int warmup) {
    Forecaster forecaster = model.forecaster(demand.trigger());
    List<Step> steps = new ArrayList<>();
    for (int t = 0; t < demand.windows().size(); t++) {
      DemandWindow window = demand.windows().get(t);
      if (t >= warmup) {
        PredictiveDistribution forecast = forecaster.forecast(1).get(0);
        steps.add(
            new Step(
                t,
                window.peak(),
                forecast.quantile(0.05),
                forecast.quantile(0.5),
                forecast.quantile(0.95)));
      }
      forecaster.observe(window);
    }
    return new ForecastTrack(demand, model.name(), steps);
  }
}
