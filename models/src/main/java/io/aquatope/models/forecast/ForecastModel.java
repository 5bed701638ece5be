/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast;

import io.aquatope.models.distribution.PredictiveDistribution;
import java.util.ArrayList;
import java.util.List;

/** A forecasting method: makes a {@link Forecaster} for each function. */
public interface ForecastModel {

  /** Its name in commands and configuration, such as {@code markov-chain}. */
  String name();

  /** A forecaster for a function not seen before. */
  Forecaster forecaster(FunctionTrigger trigger);

  /**
   * Forecasts many functions at once. Faster than one by one for models that compute in batches.
   *
   * @param functions forecasters that this model made
   * @return for each function what {@link Forecaster#forecast} returns
   */
  default List<List<PredictiveDistribution>> forecast(
      List<? extends Forecaster> functions, int horizon) {
    List<List<PredictiveDistribution>> forecasts = new ArrayList<>(functions.size());
    for (Forecaster function : functions) {
      forecasts.add(function.forecast(horizon));
    }
    return forecasts;
  }
}
