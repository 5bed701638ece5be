/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli.output;

import io.aquatope.pool.policy.DelayRate;
import io.aquatope.replay.result.ReplayResult;
import io.aquatope.report.Chart;
import io.aquatope.report.Chart.Axis;
import io.aquatope.report.Figure;
import io.aquatope.report.Heading;
import io.aquatope.report.Paragraph;
import io.aquatope.report.Report;
import io.aquatope.report.ReportBlock;
import io.aquatope.report.Table;
import io.aquatope.report.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Results of replays, as charts. */
public final class ReplayReport {

  private static final int GUIDE_POINTS = 200;

  private final List<ReplayResult> results;

  private ReplayReport(List<ReplayResult> results) {
    this.results = results;
  }

  public static Report of(ReplaySummary summary) {
    ReplayReport report = new ReplayReport(summary.results());
    List<ReportBlock> blocks = new ArrayList<>();
    summary.assumptions().forEach(line -> blocks.add(new Paragraph(line)));
    blocks.add(new Heading("Comparison"));
    blocks.add(summary.table());
    summary.notes().forEach(line -> blocks.add(new Paragraph(line)));
    blocks.add(new Heading("Cold-start delay against wasted memory"));
    blocks.add(report.plane());
    blocks.add(new Heading("Cold starts over time"));
    blocks.add(report.coldStartsOverTime());
    blocks.add(new Heading("Memory over time"));
    blocks.add(MemoryFigure.of(summary.results()));
    blocks.add(new Heading("Cold starts by function"));
    blocks.add(FunctionFigure.of(summary.results()));
    return new Report("Policies compared by replay", summary.subject(), blocks);
  }

  private Figure plane() {
    return Figure.of(
        "Each policy as a point: the lower left corner is best. On the dashed line RUM is that of "
            + results.get(0).policy()
            + "; below it is less. Zero is drawn at the lower end of the vertical axis.",
        new Chart.Plane(
            Axis.linear("wasted memory, GB s"),
            Axis.log("cold-start delay, s"),
            results.stream()
                .map(
                    result ->
                        new Chart.Point(
                            result.policy(),
                            result.memory().wastedGbSeconds(),
                            result.starts().coldStartSeconds()))
                .toList(),
            List.of(sameRum(results.get(0)))),
        new Table(
            List.of(
                Column.text("Policy"),
                Column.number("Cold-start delay, s"),
                Column.number("Wasted memory, GB s"),
                Column.number("RUM, s")),
            results.stream()
                .map(
                    result ->
                        List.of(
                            result.policy(),
                            String.format(Locale.ROOT, "%,.1f", result.starts().coldStartSeconds()),
                            String.format(Locale.ROOT, "%,.0f", result.memory().wastedGbSeconds()),
                            String.format(Locale.ROOT, "%,.1f", result.rum())))
                .toList()));
  }

  /** The line of constant RUM through a result, as far as the data reach. */
  private Chart.Line sameRum(ReplayResult reference) {
    double mostWaste =
        results.stream().mapToDouble(result -> result.memory().wastedGbSeconds()).max().orElse(0);
    double leastDelay =
        results.stream()
            .mapToDouble(result -> result.starts().coldStartSeconds())
            .filter(delay -> delay > 0)
            .min()
            .orElse(1);
    double end =
        Math.min(mostWaste, (reference.rum() - leastDelay) * DelayRate.GB_SECONDS_PER_SECOND);
    List<Double> xs =
        IntStream.rangeClosed(0, GUIDE_POINTS).mapToObj(i -> end * i / GUIDE_POINTS).toList();
    return new Chart.Line(
        "same RUM as " + reference.policy(),
        xs,
        xs.stream().map(x -> reference.rum() - x / DelayRate.GB_SECONDS_PER_SECOND).toList());
  }

  private Figure coldStartsOverTime() {
    List<Chart.Line> lines =
        results.stream()
            .map(
                result ->
                    new Chart.Line(
                        result.policy(),
                        TimeAxis.endsOfParts(result.timeline()),
                        runningSum(result.timeline().coldStarts())))
            .toList();
    return Figure.of(
        "Cold starts so far. Where a line is steep, activations wait; where it is flat, none do.",
        new Chart.Lines(Axis.linear(TimeAxis.LABEL), Axis.log("cold starts so far"), lines),
        new Table(
            List.of(
                Column.text("Cold starts after"),
                Column.number("a quarter"),
                Column.number("half"),
                Column.number("three quarters"),
                Column.number("all of the time")),
            lines.stream().map(ReplayReport::quarters).toList()));
  }

  private static List<String> quarters(Chart.Line line) {
    List<String> row = new ArrayList<>(List.of(line.name()));
    for (int quarter = 1; quarter <= 4; quarter++) {
      row.add(
          String.format(Locale.ROOT, "%,.0f", line.ys().get(line.ys().size() * quarter / 4 - 1)));
    }
    return row;
  }

  private static List<Double> runningSum(List<Integer> counts) {
    List<Double> sums = new ArrayList<>();
    double sum = 0;
    for (int count : counts) {
      sum += count;
      sums.add(sum);
    }
    return sums;
  }
}
