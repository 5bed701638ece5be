/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.models.distribution.PredictiveDistribution;
import io.aquatope.models.forecast.ForecastModel;
import io.aquatope.models.forecast.Forecaster;
import io.aquatope.models.forecast.Trigger;
import io.aquatope.models.forecast.Window;
import io.aquatope.pool.FunctionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts on an executor, off the thread of the pool: closed windows go in, forecasts come out
 * when they are done.
 */
final class ForecastDesk {

  /** What was seen of a function in a window. */
  record ClosedWindow(FunctionId function, Window window) {}

  private static final int HORIZON = 2;

  private final ForecastModel model;
  private final Executor executor;
  private final Map<FunctionId, Forecaster> forecasters = new HashMap<>();
  private final Queue<List<Forecast>> done = new ConcurrentLinkedQueue<>();

  /**
   * @param executor runs one task at a time
   */
  ForecastDesk(ForecastModel model, Executor executor) {
    this.model = model;
    this.executor = executor;
  }

  /** Takes the windows of all functions that have just closed. */
  void submit(List<ClosedWindow> closed) {
    executor.execute(() -> done.add(forecast(closed)));
  }

  /** Forecasts that have been made since the last call, or null. */
  @Nullable List<Forecast> poll() {
    return done.poll();
  }

  private List<Forecast> forecast(List<ClosedWindow> closed) {
    List<Forecaster> asked = new ArrayList<>();
    for (ClosedWindow one : closed) {
      Forecaster forecaster =
          forecasters.computeIfAbsent(
              one.function(), function -> model.forecaster(Trigger.UNKNOWN));
      forecaster.observe(one.window());
      asked.add(forecaster);
    }
    List<List<PredictiveDistribution>> forecasts = model.forecast(asked, HORIZON);
    List<Forecast> result = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      ClosedWindow one = closed.get(i);
      result.add(new Forecast(one.function(), one.window().index() + 1, forecasts.get(i)));
    }
    return result;
  }
}
