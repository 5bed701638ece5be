/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli.output;

import io.aquatope.backtest.ConfidenceInterval;
import io.aquatope.evaluate.EvaluationMethod;
import io.aquatope.evaluate.EvaluationResult;
import io.aquatope.evaluate.EvaluationResult.Result;
import io.aquatope.evaluate.EvaluationResult.Summary;
import io.aquatope.report.Chart;
import io.aquatope.report.Chart.Axis;
import io.aquatope.report.Figure;
import io.aquatope.report.Heading;
import io.aquatope.report.Paragraph;
import io.aquatope.report.Report;
import io.aquatope.report.Table;
import io.aquatope.report.Table.Column;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Results of {@code evaluate}, as tables and charts. */
public final class EvaluateReport {

  private static final String LEGEND =
      "In brackets: 95 % interval of the mean over seeds. Violations over the best other: of the"
          + " methods that do not know the workflow's graph ("
          + Stream.of(EvaluationMethod.values())
              .filter(method -> !method.knowsGraph())
              .map(EvaluationMethod::label)
              .collect(Collectors.joining(", "))
          + "). Cost over the cheapest other method that meets QoS of a workflow, the oracle"
          + " apart: mean and least over workflows.";

  private EvaluateReport() {}

  public static String toText(EvaluationResult result) {
    return results(result).toText()
        + "\n"
        + summary(result).toText()
        + "\n"
        + LEGEND
        + "\n"
        + String.join("\n", result.arrivals())
        + "\n";
  }

  public static Report of(EvaluationResult result) {
    return new Report(
        "Ways to run workflows, compared",
        String.join("; ", result.arrivals()) + ".",
        List.of(
            new Heading("Summary"),
            summary(result),
            new Paragraph(LEGEND),
            new Heading("QoS violations"),
            bars(result, "requests that violate QoS, %", r -> 100 * r.qosViolationRatio()),
            new Heading("Cost"),
            bars(result, "cost per million requests", r -> 1e6 * r.cost()),
            new Heading("Cold starts"),
            bars(result, "activations that start cold, %", r -> 100 * r.coldStartRatio()),
            new Heading("Workflows"),
            results(result)));
  }

  private static Table results(EvaluationResult result) {
    return new Table(
        List.of(
            Column.text("Workflow"),
            Column.text("Method"),
            Column.number("Requests"),
            Column.number("QoS violations, %"),
            Column.number("Cost per million"),
            Column.number("Cold starts, %"),
            Column.text("QoS")),
        result.results().stream()
            .map(
                r ->
                    List.of(
                        r.workflow(),
                        r.method(),
                        String.format(Locale.ROOT, "%,d", r.requests()),
                        interval("%.2f", r.intervals().violations(), 100),
                        interval("%.1f", r.intervals().costs(), 1e6),
                        number("%.2f", 100 * r.coldStartRatio()),
                        r.meetsQos() ? "met" : "missed"))
            .toList());
  }

  private static Table summary(EvaluationResult result) {
    return new Table(
        List.of(
            Column.text("Method"),
            Column.number("QoS met"),
            Column.number("QoS violations, %"),
            Column.number("over best other"),
            Column.number("Cost over best that meets QoS"),
            Column.number("least")),
        result.summary().stream().map(EvaluateReport::row).toList());
  }

  private static List<String> row(Summary s) {
    return List.of(
        s.method(),
        Integer.toString(s.meetsQos()),
        interval("%.2f", s.violations(), 100),
        number("%.3f", s.violationsOverBestOther()),
        s.costs() == null ? "-" : interval("%.3f", s.costs(), 1),
        number("%.3f", s.costOverBestQosMeeting().min()));
  }

  private static Figure bars(
      EvaluationResult result, String label, ToDoubleFunction<Result> figure) {
    List<String> workflows = result.results().stream().map(Result::workflow).distinct().toList();
    List<Chart.Bars> bars =
        result.summary().stream()
            .map(
                s ->
                    new Chart.Bars(
                        s.method(),
                        result.results().stream()
                            .filter(r -> r.method().equals(s.method()))
                            .map(figure::applyAsDouble)
                            .toList()))
            .toList();
    return Figure.of(
        "Mean over seeds; less is better.",
        new Chart.BarGroups(Axis.linear(label), workflows, bars),
        new Table(
            Stream.concat(Stream.of(Column.text("Method")), workflows.stream().map(Column::number))
                .toList(),
            bars.stream()
                .map(
                    b ->
                        Stream.concat(
                                Stream.of(b.name()),
                                b.values().stream().map(v -> number("%.2f", v)))
                            .toList())
                .toList()));
  }

  private static String interval(String format, ConfidenceInterval interval, double scale) {
    return number(format, scale * interval.mean())
        + " ["
        + number(format, scale * interval.low())
        + ", "
        + number(format, scale * interval.high())
        + "]";
  }

  private static String number(String format, @Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, format, value);
  }
}
