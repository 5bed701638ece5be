/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

import io.aquatope.models.forecast.ForecastModel;
import java.time.Duration;
import java.util.List;

/** The simple models that a good forecaster has to beat. */
public final class BaselineModels {

  private BaselineModels() {}

  /**
   * All baselines.
   *
   * @param season windows in the season that {@code seasonal-naive} repeats
   */
  public static List<ForecastModel> all(int season, Duration windowLength) {
    return List.of(
        new ComponentModel("last-value", () -> new ErrorBand(new LastValue()), windowLength),
        new ComponentModel(
            "seasonal-naive", () -> new ErrorBand(new SeasonalNaive(season)), windowLength),
        new ComponentModel("moving-quantile", () -> new MovingQuantile(60), windowLength),
        new ComponentModel(
            "exponential-smoothing", () -> new ErrorBand(new ExponentialSmoothing()), windowLength),
        new ComponentModel(
            "autoregressive", () -> new ErrorBand(new Autoregression()), windowLength),
        new ComponentModel(
            "fourier", () -> new ErrorBand(new FourierExtrapolation()), windowLength),
        new ComponentModel("markov-chain", MarkovChain::new, windowLength),
        new ComponentModel("idle-time", IdleTimeCounts::new, windowLength),
        new ComponentModel("gamma-poisson", () -> new GammaPoisson(60), windowLength));
  }
}
