/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli.output;

import io.aquatope.replay.result.ReplayResult;
import io.aquatope.replay.result.ReplayTimeline;
import io.aquatope.report.Chart;
import io.aquatope.report.Chart.Axis;
import io.aquatope.report.Figure;
import io.aquatope.report.Table;
import io.aquatope.report.Table.Column;
import java.util.List;
import java.util.Locale;

/** Use of the containers' memory over time: one chart for each policy, on the same scale. */
final class MemoryFigure {

  private static final double MB_PER_GB = 1024;

  private MemoryFigure() {}

  static Figure of(List<ReplayResult> results) {
    double most = results.stream().mapToDouble(result -> most(result.timeline())).max().orElse(1);
    return new Figure(
        "Memory of containers that serve activations, that are idle, and that are stem cells or"
            + " being prepared; means over equal parts of the time.",
        results.stream()
            .map(result -> new Figure.Panel(result.policy(), areas(result.timeline(), most)))
            .toList(),
        new Table(
            List.of(
                Column.text("Mean memory, GB"),
                Column.number("serving"),
                Column.number("idle"),
                Column.number("stem cells, preparing"),
                Column.number("peak of all")),
            results.stream().map(MemoryFigure::row).toList()));
  }

  private static Chart areas(ReplayTimeline timeline, double mostGb) {
    List<Double> hours = TimeAxis.endsOfParts(timeline);
    return new Chart.Areas(
        Axis.linear(TimeAxis.LABEL),
        Axis.linear("memory, GB").to(roundUp(mostGb)),
        List.of(
            new Chart.Line("serving", hours, inGb(timeline.servingMb())),
            new Chart.Line("idle", hours, inGb(timeline.idleMb())),
            new Chart.Line("stem cells, preparing", hours, inGb(timeline.aheadMb()))));
  }

  private static List<String> row(ReplayResult result) {
    ReplayTimeline timeline = result.timeline();
    return List.of(
        result.policy(),
        mean(timeline.servingMb()),
        mean(timeline.idleMb()),
        mean(timeline.aheadMb()),
        String.format(Locale.ROOT, "%,.2f", result.memory().peakMb() / MB_PER_GB));
  }

  private static String mean(List<Double> mb) {
    return String.format(
        Locale.ROOT,
        "%,.2f",
        mb.stream().mapToDouble(Double::doubleValue).average().orElse(0) / MB_PER_GB);
  }

  private static List<Double> inGb(List<Double> mb) {
    return mb.stream().map(value -> value / MB_PER_GB).toList();
  }

  private static double most(ReplayTimeline timeline) {
    double most = 0;
    for (int part = 0; part < timeline.coldStarts().size(); part++) {
      most =
          Math.max(
              most,
              timeline.servingMb().get(part)
                  + timeline.idleMb().get(part)
                  + timeline.aheadMb().get(part));
    }
    return most / MB_PER_GB;
  }

  /** The next number with one significant digit, so that the axis ends with a mark. */
  private static double roundUp(double value) {
    double digit = Math.pow(10, Math.floor(Math.log10(Math.max(value, 1e-3))));
    return Math.ceil(value / digit) * digit;
  }
}
