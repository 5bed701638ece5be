/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.backtest;

import io.aquatope.models.forecast.FunctionTrigger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Means of {@link FunctionScore} over functions; every function counts the same.
 *
 * @param functions number of functions
 * @param openCoverage90 coverage of the 90 % interval over the windows in which it held more than
 *     one demand; NaN without such windows
 */
public record ScoreSummary(
    int functions,
    double pinball,
    double crps,
    double smape,
    double coverage50,
    double coverage90,
    double openCoverage90) {

  static ScoreSummary of(List<FunctionScore> scores) {
    double open = scores.stream().mapToLong(FunctionScore::openWindows).sum();
    double covered = scores.stream().mapToDouble(FunctionScore::openCovered90).sum();
    return new ScoreSummary(
        scores.size(),
        mean(scores, FunctionScore::pinball),
        mean(scores, FunctionScore::crps),
        mean(scores, FunctionScore::smape),
        mean(scores, FunctionScore::coverage50),
        mean(scores, FunctionScore::coverage90),
        covered / open);
  }

  /** One summary per trigger that occurs, by its name in lower case. */
  static Map<String, ScoreSummary> byTrigger(List<FunctionScore> scores) {
    Map<FunctionTrigger, List<FunctionScore>> groups =
        scores.stream().collect(Collectors.groupingBy(score -> score.series().trigger()));
    Map<String, ScoreSummary> summaries = new TreeMap<>();
    groups.forEach(
        (trigger, group) -> summaries.put(trigger.name().toLowerCase(Locale.ROOT), of(group)));
    return summaries;
  }

  private static double mean(List<FunctionScore> scores, ToDoubleFunction<FunctionScore> figure) {
    return scores.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }
}
