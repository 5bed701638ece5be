/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.backtest;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Renders the results of a backtest as text for people. */
public final class ForecastTable {

  private final StringBuilder text = new StringBuilder();

  private ForecastTable() {}

  /**
   * Renders all results.
   *
   * @param results at least one; the others are compared with the first
   */
  public static String of(List<ModelResult> results, int horizon) {
    ForecastTable table = new ForecastTable();
    String first = results.get(0).model();
    int functions = results.get(0).ahead().functions();
    table.line("%d %s, one step ahead", functions, functions == 1 ? "function" : "functions");
    table.line(
        "%-22s %8s %8s %7s %7s %7s %7s %9s   %s",
        "model",
        "pinball",
        "crps",
        "smape",
        "cover50",
        "cover90",
        "open90",
        "us/fcast",
        "loss over " + first + " [95 % interval]: pinball, crps");
    for (ModelResult result : results) {
      table.line(
          "%s %9.1f   %s, %s",
          figures(result.model(), result.ahead()),
          result.microsPerForecast(),
          interval(result.pinballOver()),
          interval(result.crpsOver()));
    }
    if (horizon > 1) {
      table.line("%n%d steps ahead", horizon);
      for (ModelResult result : results) {
        table.line("%s", figures(result.model(), result.furthest()));
      }
    }
    table.line("%n%s by trigger", first);
    for (Map.Entry<String, ScoreSummary> group : results.get(0).byTrigger().entrySet()) {
      String label = group.getKey() + " (" + group.getValue().functions() + ")";
      table.line("%s", figures(label, group.getValue()));
    }
    return table.text.toString();
  }

  private void line(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append(System.lineSeparator());
  }

  private static String figures(String label, ScoreSummary summary) {
    return String.format(
        Locale.ROOT,
        "%-22s %8.4f %8.5f %7.2f %7.3f %7.3f %7.3f",
        label,
        summary.pinball(),
        summary.crps(),
        summary.smape(),
        summary.coverage50(),
        summary.coverage90(),
        summary.openCoverage90());
  }

  private static String interval(ConfidenceInterval interval) {
    return String.format(
        Locale.ROOT, "%.4f [%.4f, %.4f]", interval.mean(), interval.low(), interval.high());
  }
}
