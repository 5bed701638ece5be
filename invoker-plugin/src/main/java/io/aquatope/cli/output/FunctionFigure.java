/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli.output;

import com.google.common.math.Quantiles;
import io.aquatope.replay.result.ReplayResult;
import io.aquatope.report.Chart;
import io.aquatope.report.Chart.Axis;
import io.aquatope.report.Figure;
import io.aquatope.report.Table;
import io.aquatope.report.Table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Distribution of cold-start shares over functions. A mean hides the functions whose calls always
 * start cold.
 */
final class FunctionFigure {

  private static final int[] PERCENTS = {0, 25, 50, 75, 90, 100};

  private FunctionFigure() {}

  static Figure of(List<ReplayResult> results) {
    List<Distribution> distributions = results.stream().map(Distribution::of).toList();
    List<Column> columns = new ArrayList<>(List.of(Column.text("Cold starts by function, %")));
    columns.add(Column.number("functions"));
    for (int percent : PERCENTS) {
      columns.add(Column.number(percent == 50 ? "median" : "p" + percent));
    }
    return Figure.of(
        "The share of each function's activations that start cold. A box holds the middle half of"
            + " the functions, the line in it is the median, the whiskers reach to the extremes.",
        new Chart.Boxes(
            Axis.linear("activations that start cold, %").to(100),
            distributions.stream().map(Distribution::box).toList()),
        new Table(columns, distributions.stream().map(Distribution::row).toList()));
  }

  /** One policy's percentages by function, at the percentiles shown. */
  private record Distribution(String policy, int functions, List<Double> atPercents) {

    static Distribution of(ReplayResult result) {
      double[] coldPercents =
          result.functions().stream()
              .mapToDouble(function -> 100 * function.coldStartRatio())
              .toArray();
      Map<Integer, Double> quantiles =
          Quantiles.percentiles().indexes(PERCENTS).compute(coldPercents);
      List<Double> values = Arrays.stream(PERCENTS).mapToObj(quantiles::get).toList();
      return new Distribution(result.policy(), result.functions().size(), values);
    }

    Chart.Box box() {
      return new Chart.Box(
          policy,
          atPercents.get(0),
          atPercents.get(1),
          atPercents.get(2),
          atPercents.get(3),
          atPercents.get(5));
    }

    List<String> row() {
      List<String> row =
          new ArrayList<>(List.of(policy, String.format(Locale.ROOT, "%,d", functions)));
      atPercents.forEach(value -> row.add(String.format(Locale.ROOT, "%.1f", value)));
      return row;
    }
  }
}
