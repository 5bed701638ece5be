/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast;

import io.aquatope.models.distribution.DemandGrid;
import io.aquatope.models.distribution.GridDistribution;
import io.aquatope.models.forecast.component.DemandComponent;
import io.aquatope.models.forecast.component.DemandHistory;
import io.aquatope.models.forecast.learned.ForecastModels;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Histories for tests. */
public final class Demands {

  public static final Duration MINUTE = Duration.ofMinutes(1);

  private Demands() {}

  /** All models, around networks with random weights. */
  static ForecastModels untrained() {
    return new ForecastModels(ForecastModels.newGate(1), ForecastModels.newHybrid(1), MINUTE, 1);
  }

  /** Runs a component over demands and returns what it then forecasts {@code step} ahead. */
  public static GridDistribution forecast(DemandComponent component, int step, int... demands) {
    DemandHistory history = new DemandHistory(FunctionTrigger.UNKNOWN, MINUTE);
    for (int t = 0; t < demands.length; t++) {
      history.append(new DemandWindow(t, demands[t], demands[t]));
      component.observe(history);
    }
    double[] mass = new double[DemandGrid.BINS];
    component.predict(history, step, mass);
    return GridDistribution.of(mass);
  }

  /** The same for the demand at each of {@code size} windows. */
  public static GridDistribution forecast(
      DemandComponent component, int step, int size, IntUnaryOperator demand) {
    int[] demands = new int[size];
    Arrays.setAll(demands, demand);
    return forecast(component, step, demands);
  }

  /** Tells a forecaster the demand at each window from one to before another. */
  public static void observe(Forecaster forecaster, int from, int to, IntUnaryOperator demand) {
    for (int t = from; t < to; t++) {
      int now = demand.applyAsInt(t);
      forecaster.observe(new DemandWindow(t, now, now));
    }
  }
}
