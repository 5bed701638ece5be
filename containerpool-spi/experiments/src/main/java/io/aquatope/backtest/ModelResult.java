/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.backtest;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * One model's result in a backtest.
 *
 * @param ahead one step ahead
 * @param furthest at the horizon
 * @param byTrigger one step ahead, for each kind of trigger
 * @param pinballOver how much larger the model's pinball loss is than the first model's, function
 *     by function, one step ahead
 * @param crpsOver likewise for CRPS
 */
public record ModelResult(
    String model,
    ScoreSummary ahead,
    ScoreSummary furthest,
    Map<String, ScoreSummary> byTrigger,
    ConfidenceInterval pinballOver,
    ConfidenceInterval crpsOver,
    double microsPerForecast) {

  /**
   * Summarises an outcome.
   *
   * @param first outcome of the model that this one is compared with, over the same series
   * @param seed of the bootstrap
   */
  public static ModelResult of(Backtest.Outcome outcome, Backtest.Outcome first, long seed) {
    return new ModelResult(
        outcome.model(),
        ScoreSummary.of(outcome.oneStep()),
        ScoreSummary.of(outcome.furthest()),
        ScoreSummary.byTrigger(outcome.oneStep()),
        over(outcome.oneStep(), first.oneStep(), FunctionScore::pinball, seed),
        over(outcome.oneStep(), first.oneStep(), FunctionScore::crps, seed),
        outcome.microsPerForecast());
  }

  private static ConfidenceInterval over(
      List<FunctionScore> scores,
      List<FunctionScore> first,
      ToDoubleFunction<FunctionScore> figure,
      long seed) {
    double[] differences = new double[scores.size()];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = figure.applyAsDouble(scores.get(i)) - figure.applyAsDouble(first.get(i));
    }
    return ConfidenceInterval.ofMean(differences, new SplittableRandom(seed));
  }
}
