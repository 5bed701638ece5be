/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.backtest;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.aquatope.models.distribution.PredictiveDistribution;
import io.aquatope.models.forecast.ForecastModel;
import io.aquatope.models.forecast.Forecaster;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Rolling-origin backtest. It walks through each series window by window. After the warm-up, it
 * forecasts each window from all windows before it, one step and {@code horizon} steps ahead, and
 * only then shows the window to the model.
 *
 * @param warmup windows that are shown before the first forecast, at least 2
 * @param horizon the furthest step that is scored, at least 1
 */
public record Backtest(int warmup, int horizon) {

  /** Functions per forecast call; models that compute in batches are faster this way. */
  private static final int BATCH = 64;

  /**
   * Scores and computing time of one model.
   *
   * @param oneStep a score per function, one step ahead, in the order of the series
   * @param furthest the same, {@code horizon} steps ahead
   * @param microsPerForecast time to forecast all steps of one function and window
   */
  public record Outcome(
      String model,
      ImmutableList<FunctionScore> oneStep,
      ImmutableList<FunctionScore> furthest,
      double microsPerForecast) {}

  public Backtest {
    if (warmup < 2 || horizon < 1) {
      throw new IllegalArgumentException(
          "expected a warm-up of at least 2 windows and a horizon of at least 1, got "
              + warmup
              + " and "
              + horizon);
    }
  }

  /**
   * Measures a model.
   *
   * @throws IllegalArgumentException if a series is too short for one forecast after the warm-up
   */
  public Outcome run(ForecastModel model, List<FunctionDemand> series) {
    List<FunctionScore> oneStep = new ArrayList<>();
    List<FunctionScore> furthest = new ArrayList<>();
    long nanos = 0;
    long forecasts = 0;
    for (List<FunctionDemand> batch : Lists.partition(series, BATCH)) {
      Lane lane = new Lane(model, batch);
      lane.run();
      lane.scores.forEach(score -> oneStep.add(score.mean()));
      lane.furthestScores.forEach(score -> furthest.add(score.mean()));
      nanos += lane.nanos;
      forecasts += lane.forecasts;
    }
    return new Outcome(
        model.name(),
        ImmutableList.copyOf(oneStep),
        ImmutableList.copyOf(furthest),
        nanos / 1e3 / Math.max(1, forecasts));
  }

  /** Functions that are walked through in lockstep. */
  private final class Lane {

    private final ForecastModel model;
    private final List<FunctionDemand> series;
    private final List<Forecaster> forecasters = new ArrayList<>();
    private final List<ScoreSum> scores = new ArrayList<>();
    private final List<ScoreSum> furthestScores = new ArrayList<>();
    private long nanos;
    private long forecasts;

    Lane(ForecastModel model, List<FunctionDemand> series) {
      this.model = model;
      this.series = series;
      for (FunctionDemand one : series) {
        if (one.windows().size() < warmup + horizon) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "function %s has %d windows, expected at least %d for warm-up and horizon",
                  one.function(),
                  one.windows().size(),
                  warmup + horizon));
        }
        forecasters.add(model.forecaster(one.trigger()));
        scores.add(new ScoreSum(one, warmup));
        furthestScores.add(new ScoreSum(one, warmup));
      }
    }

    void run() {
      int longest = series.stream().mapToInt(one -> one.windows().size()).max().orElse(0);
      for (int t = 0; t < longest; t++) {
        List<Integer> present = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
          if (t < series.get(i).windows().size()) {
            present.add(i);
          }
        }
        if (t >= warmup) {
          score(present, t);
        }
        for (int i : present) {
          forecasters.get(i).observe(series.get(i).windows().get(t));
        }
      }
    }

    private void score(List<Integer> present, int t) {
      List<Forecaster> functions = new ArrayList<>();
      present.forEach(i -> functions.add(forecasters.get(i)));
      long start = System.nanoTime();
      List<List<PredictiveDistribution>> all = model.forecast(functions, horizon);
      nanos += System.nanoTime() - start;
      forecasts += present.size();
      for (int k = 0; k < present.size(); k++) {
        int i = present.get(k);
        List<PredictiveDistribution> steps = all.get(k);
        scores.get(i).add(steps.get(0), series.get(i).windows().get(t).peak());
        int last = t + horizon - 1;
        if (last < series.get(i).windows().size()) {
          furthestScores
              .get(i)
              .add(steps.get(horizon - 1), series.get(i).windows().get(last).peak());
        }
      }
    }
  }
}
