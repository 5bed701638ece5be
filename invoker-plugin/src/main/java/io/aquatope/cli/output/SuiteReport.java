/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli.output;

import static io.aquatope.cli.output.TuneReport.number;

import com.google.common.collect.ImmutableMap;
import io.aquatope.report.Heading;
import io.aquatope.report.Report;
import io.aquatope.report.Table;
import io.aquatope.report.Table.Column;
import io.aquatope.tune.SuiteEstimate;
import io.aquatope.tune.SuiteResult;
import io.aquatope.tune.TuneResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Results of {@code tune} over many workflows, as a table and charts. */
public final class SuiteReport {

  private SuiteReport() {}

  /** Each figure with its 95 % confidence interval. */
  public static Table table(SuiteResult result) {
    return new Table(
        List.of(
            Column.text("Method"),
            Column.number("Evaluations to 5 %"),
            Column.number("p90"),
            Column.number("Cost / oracle"),
            Column.number("p90"),
            Column.number("Broke QoS, %"),
            Column.number("in 2nd half, %"),
            Column.number("Ends infeasible, %"),
            Column.number("ask, ms"),
            Column.number("p99")),
        result.methods().stream()
            .map(
                m ->
                    List.of(
                        m.method(),
                        estimate("%.0f", 1, m.evaluationsTo5Percent().median()),
                        estimate("%.0f", 1, m.evaluationsTo5Percent().p90()),
                        estimate("%.3f", 1, m.costOverOracle().median()),
                        estimate("%.3f", 1, m.costOverOracle().p90()),
                        estimate("%.1f", 100, m.violatingEvaluationShare()),
                        estimate("%.1f", 100, m.lateViolationShare()),
                        estimate("%.1f", 100, m.infeasibleShare()),
                        number("%.1f", m.askMillis().p50()),
                        number("%.1f", m.askMillis().p99())))
            .toList());
  }

  public static Report of(SuiteResult result) {
    Map<String, TuneResult.Course> courses =
        result.methods().stream()
            .collect(
                ImmutableMap.toImmutableMap(
                    SuiteResult.Method::method, SuiteResult.Method::course));
    return new Report(
        String.format(
            Locale.ROOT, "Tuning methods compared on %d workflows", result.workflows().size()),
        "Figures over all workflows and seeds, with 95 % confidence intervals.",
        List.of(
            new Heading("Comparison"),
            table(result),
            new Heading("Cost of the recommendation"),
            TuneReport.costs(courses),
            new Heading("Seeds within 5 % of the oracle"),
            TuneReport.settled(courses)));
  }

  private static String estimate(String format, double factor, SuiteEstimate estimate) {
    return String.format(
        Locale.ROOT,
        "%s [%s, %s]",
        number(format, factor * estimate.value()),
        number(format, factor * estimate.low()),
        number(format, factor * estimate.high()));
  }
}
