/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.models.distribution.GridDistribution;
import io.aquatope.models.distribution.PredictiveDistribution;
import io.aquatope.models.forecast.DemandWindow;
import io.aquatope.models.forecast.ForecastModel;
import io.aquatope.models.forecast.Forecaster;
import io.aquatope.models.forecast.FunctionTrigger;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Always forecasts the same demand, and fails on windows with more calls than it can bear. */
public record FakeForecastModel(long demand, int mostArrivals, Consumer<DemandWindow> heard)
    implements ForecastModel {

  public FakeForecastModel(long demand) {
    this(demand, window -> {});
  }

  /** One of which {@code heard} is told what it observes. */
  public FakeForecastModel(long demand, Consumer<DemandWindow> heard) {
    this(demand, Integer.MAX_VALUE, heard);
  }

  public static FakeForecastModel failingAbove(int arrivals) {
    return new FakeForecastModel(1, arrivals, window -> {});
  }

  @Override
  public String name() {
    return "fixed";
  }

  @Override
  public Forecaster forecaster(FunctionTrigger trigger) {
    return new Forecaster() {
      @Override
      public void observe(DemandWindow window) {
        heard.accept(window);
        if (window.arrivals() > mostArrivals) {
          throw new IllegalStateException(window.arrivals() + " arrivals");
        }
      }

      @Override
      public List<PredictiveDistribution> forecast(int horizon) {
        return Collections.nCopies(horizon, GridDistribution.at(demand));
      }
    };
  }
}
