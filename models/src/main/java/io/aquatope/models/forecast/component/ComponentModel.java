/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

import io.aquatope.models.distribution.DemandGrid;
import io.aquatope.models.distribution.GridDistribution;
import io.aquatope.models.distribution.PredictiveDistribution;
import io.aquatope.models.forecast.DemandWindow;
import io.aquatope.models.forecast.ForecastModel;
import io.aquatope.models.forecast.Forecaster;
import io.aquatope.models.forecast.FunctionTrigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A single component as a separate model: a baseline. */
record ComponentModel(String name, Supplier<DemandComponent> component, Duration windowLength)
    implements ForecastModel {

  @Override
  public Forecaster forecaster(FunctionTrigger trigger) {
    return new Single(component.get(), trigger, windowLength);
  }

  private static final class Single extends WindowedForecaster {

    private final DemandComponent component;

    Single(DemandComponent component, FunctionTrigger trigger, Duration windowLength) {
      super(trigger, windowLength);
      this.component = component;
    }

    @Override
    public void learn(DemandWindow window) {
      history.append(window);
      component.observe(history);
    }

    @Override
    public List<PredictiveDistribution> forecast(int horizon) {
      List<PredictiveDistribution> forecasts = new ArrayList<>(horizon);
      for (int step = 1; step <= horizon; step++) {
        double[] mass = new double[DemandGrid.BINS];
        component.predict(history, step, mass);
        forecasts.add(GridDistribution.of(mass));
      }
      return forecasts;
    }
  }
}
