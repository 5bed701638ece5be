/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.backtest;

import io.aquatope.models.distribution.ForecastScores;
import io.aquatope.models.distribution.PredictiveDistribution;

/** Adds up one model's scores on one function. */
final class ScoreSum {

  private final FunctionDemand series;
  private final double scale;
  private int windows;
  private double pinball;
  private double crps;
  private double smape;
  private double coverage50;
  private double coverage90;
  private long openWindows;
  private double openCovered90;

  /**
   * @param warmup windows in the sample whose naive error scales the pinball loss
   */
  ScoreSum(FunctionDemand series, int warmup) {
    this.series = series;
    this.scale = naiveError(series, warmup);
  }

  /**
   * Mean absolute difference between neighbouring windows. It is never below one container per
   * sample, so a sample without change gives a finite scale.
   */
  static double naiveError(FunctionDemand series, int warmup) {
    double sum = 0;
    for (int t = 1; t < warmup; t++) {
      sum += Math.abs(series.windows().get(t).peak() - series.windows().get(t - 1).peak());
    }
    return Math.max(1, sum) / Math.max(1, warmup - 1);
  }

  void add(PredictiveDistribution forecast, int outcome) {
    windows++;
    pinball += ForecastScores.meanPinball(forecast, outcome) / scale;
    crps += ForecastScores.crps(forecast, outcome);
    smape += ForecastScores.smape((double) forecast.quantile(0.5), outcome);
    coverage50 += ForecastScores.coverage(forecast, outcome, 0.5);
    double covered = ForecastScores.coverage(forecast, outcome, 0.9);
    coverage90 += covered;
    if (forecast.quantile(0.05) < forecast.quantile(0.95)) {
      openWindows++;
      openCovered90 += covered;
    }
  }

  FunctionScore mean() {
    double n = Math.max(1, windows);
    return new FunctionScore(
        series,
        pinball / n,
        crps / n,
        smape / n,
        coverage50 / n,
        coverage90 / n,
        openWindows,
        openCovered90);
  }
}
