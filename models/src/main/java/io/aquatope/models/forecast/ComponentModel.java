/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast;

import io.aquatope.models.distribution.DemandGrid;
import io.aquatope.models.distribution.GridDistribution;
import io.aquatope.models.distribution.PredictiveDistribution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A single component as a model of its own: a baseline. */
record ComponentModel(String name, Supplier<Component> component, Duration windowLength)
    implements ForecastModel {

  @Override
  public Forecaster forecaster(Trigger trigger) {
    return new Single(component.get(), trigger, windowLength);
  }

  private static final class Single extends WindowedForecaster {

    private final Component component;

    Single(Component component, Trigger trigger, Duration windowLength) {
      super(trigger, windowLength);
      this.component = component;
    }

    @Override
    void learn(Window window) {
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
