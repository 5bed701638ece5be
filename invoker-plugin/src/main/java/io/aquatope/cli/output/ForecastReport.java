/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli.output;

import io.aquatope.backtest.ForecastTrack;
import io.aquatope.backtest.ForecastTrack.Step;
import io.aquatope.report.Chart;
import io.aquatope.report.Chart.Axis;
import io.aquatope.report.Figure;
import io.aquatope.report.Heading;
import io.aquatope.report.Report;
import io.aquatope.report.ReportBlock;
import io.aquatope.report.Table;
import io.aquatope.report.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Forecasts of chosen functions, as charts. */
public final class ForecastReport {

  private ForecastReport() {}

  public static Report of(List<ForecastTrack> tracks) {
    List<ReportBlock> blocks = new ArrayList<>();
    for (ForecastTrack track : tracks) {
      String trigger = track.demand().trigger().name().toLowerCase(Locale.ROOT);
      blocks.add(new Heading(track.demand().function() + ", " + trigger));
      blocks.add(figure(track));
    }
    return new Report(
        "Demand of functions and its forecasts",
        "Peak of simultaneous containers in each minute, and what "
            + tracks.get(0).model()
            + " foresaw a minute before.",
        blocks);
  }

  private static Figure figure(ForecastTrack track) {
    Chart chart =
        new Chart.Lines(
            Axis.linear("minute"),
            Axis.linear("containers"),
            List.of(
                line("demand", track, Step::outcome),
                line("median", track, Step::median),
                line("5 %", track, Step::low),
                line("95 %", track, Step::high)));
    return Figure.of(
        "Nine in ten outcomes should lie from the 5 % to the 95 % line.", chart, table(track));
  }

  private static Chart.Line line(String name, ForecastTrack track, ToDoubleFunction<Step> value) {
    List<Double> minutes = track.steps().stream().map(step -> (double) step.minute()).toList();
    List<Double> values = track.steps().stream().map(value::applyAsDouble).toList();
    return new Chart.Line(name, minutes, values);
  }

  private static Table table(ForecastTrack track) {
    long below = track.steps().stream().filter(step -> step.outcome() < step.low()).count();
    long above = track.steps().stream().filter(step -> step.outcome() > step.high()).count();
    long minutes = track.steps().size();
    return new Table(
        List.of(
            Column.number("minutes"),
            Column.number("below 5 %"),
            Column.number("within"),
            Column.number("above 95 %")),
        List.of(
            List.of(
                Long.toString(minutes),
                Long.toString(below),
                Long.toString(minutes - below - above),
                Long.toString(above))));
  }
}
