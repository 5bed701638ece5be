/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli.output;

import com.google.common.collect.ImmutableMap;
import io.aquatope.report.Chart;
import io.aquatope.report.Chart.Axis;
import io.aquatope.report.Figure;
import io.aquatope.report.Heading;
import io.aquatope.report.Report;
import io.aquatope.report.Table;
import io.aquatope.report.Table.Column;
import io.aquatope.tune.TuneResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Results of {@code tune}, as a table and charts. */
public final class TuneReport {

  private TuneReport() {}

  public static Table table(TuneResult result) {
    return new MethodTable<>(TuneResult.Method::method)
        .column("Cost / oracle", "%.3f", m -> m.costOverOracle().median())
        .column("p90", "%.3f", m -> m.costOverOracle().p90())
        .column("Evaluations to 5 %", "%.0f", m -> m.evaluationsTo5Percent().median())
        .column("p90", "%.0f", m -> m.evaluationsTo5Percent().p90())
        .column("Broke QoS, %", "%.1f", m -> 100 * m.violatingEvaluationShare())
        .column("at the end, %", "%.1f", m -> 100 * m.finalViolationShare())
        .column("ask, ms", "%.1f", m -> m.askMillis().p50())
        .column("p99", "%.1f", m -> m.askMillis().p99())
        .of(result.results());
  }

  public static Report of(TuneResult result) {
    return new Report(
        "Tuning methods compared on " + result.workflow(),
        String.format(
            Locale.ROOT,
            "The best choice of configurations costs %s per run.",
            number("%.4g", result.oracleCost())),
        List.of(
            new Heading("Comparison"),
            table(result),
            new Heading("Cost of the recommendation"),
            costs(courses(result)),
            new Heading("Seeds within 5 % of the oracle"),
            settled(courses(result))));
  }

  private static Map<String, TuneResult.Course> courses(TuneResult result) {
    return result.results().stream()
        .collect(ImmutableMap.toImmutableMap(TuneResult.Method::method, TuneResult.Method::course));
  }

  /** Cost of the recommendation over the search. */
  static Figure costs(Map<String, TuneResult.Course> courses) {
    return figure(
        courses,
        "Median over seeds of the recommendation's true cost over the oracle's. Below 1 it does not"
            + " meet QoS.",
        Axis.linear("cost / oracle").to(2),
        TuneResult.Course::medianCost);
  }

  /** Number of seeds whose search has met the goal, over the search. */
  static Figure settled(Map<String, TuneResult.Course> courses) {
    return figure(
        courses,
        "Share of seeds whose recommendation has come within 5 % of the oracle for good.",
        Axis.linear("share of seeds").to(1),
        TuneResult.Course::settledShare);
  }

  private static Figure figure(
      Map<String, TuneResult.Course> courses,
      String caption,
      Axis axis,
      Function<TuneResult.Course, List<Double>> values) {
    List<Chart.Line> lines =
        courses.entrySet().stream()
            .map(
                course -> {
                  List<Double> ys = values.apply(course.getValue());
                  List<Double> xs =
                      IntStream.rangeClosed(1, ys.size()).asDoubleStream().boxed().toList();
                  return new Chart.Line(course.getKey(), xs, ys);
                })
            .toList();
    int last = lines.get(0).ys().size();
    int[] marks = IntStream.of(10, 20, 35, last).filter(n -> n <= last).distinct().toArray();
    List<Column> columns =
        Stream.concat(
                Stream.of(Column.text("After evaluations")),
                IntStream.of(marks).mapToObj(n -> Column.number(Integer.toString(n))))
            .toList();
    List<List<String>> rows =
        lines.stream()
            .map(
                line ->
                    Stream.concat(
                            Stream.of(line.name()),
                            IntStream.of(marks).mapToObj(n -> number("%.3f", line.ys().get(n - 1))))
                        .toList())
            .toList();
    return Figure.of(
        caption,
        new Chart.Lines(Axis.linear("evaluations"), axis, lines),
        new Table(columns, rows));
  }

  static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
