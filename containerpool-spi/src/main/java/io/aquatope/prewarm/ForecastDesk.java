/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.models.distribution.PredictiveDistribution;
import io.aquatope.models.forecast.ForecastModel;
import io.aquatope.models.forecast.Forecaster;
import io.aquatope.models.forecast.Trigger;
import io.aquatope.models.forecast.Window;
import io.aquatope.pool.FunctionId;
import io.aquatope.prewarm.PastCalls.Past;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * Forecasts on an executor, off the thread of the pool: windows that have closed go in, and the
 * demand of the two windows that follow comes out when it is there.
 */
final class ForecastDesk {

  private static final int HORIZON = 2;

  /** What was seen of a function in a window. */
  record ClosedWindow(FunctionId function, Window window) {}

  private final ForecastModel model;
  private final Executor executor;
  private final PastCalls pastCalls;
  private final Map<FunctionId, Forecaster> forecasters = new HashMap<>();
  private final Queue<Forecast> made = new ConcurrentLinkedQueue<>();

  /**
   * @param executor runs one task after the other
   * @param pastCalls of functions that are new here
   */
  ForecastDesk(ForecastModel model, Executor executor, PastCalls pastCalls) {
    this.model = model;
    this.executor = executor;
    this.pastCalls = pastCalls;
  }

  /** Takes the windows of all functions that have just closed; others are forgotten. */
  void submit(List<ClosedWindow> closed) {
    executor.execute(() -> forecast(closed));
  }

  /** The forecasts that have been made since the last call. */
  List<Forecast> collect() {
    List<Forecast> collected = new ArrayList<>();
    for (Forecast one = made.poll(); one != null; one = made.poll()) {
      collected.add(one);
    }
    return collected;
  }

  private void forecast(List<ClosedWindow> closed) {
    forecasters
        .keySet()
        .retainAll(closed.stream().map(ClosedWindow::function).collect(Collectors.toSet()));
    for (ClosedWindow one : closed) {
      made.add(new Forecast(one.function(), one.window().index() + 1, forecast(one)));
    }
  }

  private Forecaster begin(ClosedWindow closed) {
    Forecaster forecaster = model.forecaster(Trigger.UNKNOWN);
    List<Past> past = pastCalls.of(closed.function());
    long index = closed.window().index() - past.size();
    for (Past window : past) {
      forecaster.observe(new Window(index++, window.arrivals(), window.peak()));
    }
    return forecaster;
  }

  /** The demand of the next windows; none if the model fails, which is to harm no other. */
  private List<PredictiveDistribution> forecast(ClosedWindow closed) {
    try {
      Forecaster forecaster =
          forecasters.computeIfAbsent(closed.function(), function -> begin(closed));
      forecaster.observe(closed.window());
      return forecaster.forecast(HORIZON);
    } catch (RuntimeException e) {
      forecasters.remove(closed.function());
      return List.of();
    }
  }
}
