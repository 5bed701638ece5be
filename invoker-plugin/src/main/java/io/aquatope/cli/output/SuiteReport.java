/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli.output;

import static io.aquatope.cli.output.TuneReport.number;

import com.google.common.collect.ImmutableMap;
import io.aquatope.report.Heading;
import io.aquatope.report.Report;
import io.aquatope.report.Table;
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
    return new MethodTable<>(SuiteResult.Method::method)
        .column("Evaluations to 5 %", m -> estimate("%.0f", 1, m.evaluationsTo5Percent().median()))
        .column("p90", m -> estimate("%.0f", 1, m.evaluationsTo5Percent().p90()))
        .column("Cost / oracle", m -> estimate("%.3f", 1, m.costOverOracle().median()))
        .column("p90", m -> estimate("%.3f", 1, m.costOverOracle().p90()))
        .column("Broke QoS, %", m -> estimate("%.1f", 100, m.violatingEvaluationShare()))
        .column("in 2nd half, %", m -> estimate("%.1f", 100, m.lateViolationShare()))
        .column("Ends infeasible, %", m -> estimate("%.1f", 100, m.infeasibleShare()))
        .column("ask, ms", "%.1f", m -> m.askMillis().p50())
        .column("p99", "%.1f", m -> m.askMillis().p99())
        .of(result.methods());
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
