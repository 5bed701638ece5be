/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli.output;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.policy.DelayRate;
import io.aquatope.replay.result.FunctionOutcome;
import io.aquatope.replay.result.ReplayResult;
import io.aquatope.report.Table;
import io.aquatope.report.Table.Column;
import io.aquatope.trace.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * Results of replays with several seeds: means with 95 % confidence intervals by Student's t, for
 * each policy, over all functions and by trigger.
 */
public final class SeedsTable {

  private static final double UPPER = 0.975;

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("Policy"),
          Column.text("Functions"),
          Column.number("Cold starts"),
          Column.number("Delay s"),
          Column.number("Wasted GB s"),
          Column.number("RUM s"));

  /** Figures of one seed. */
  private record Figures(double coldStarts, double delay, double waste) {

    Figures plus(FunctionOutcome outcome) {
      return new Figures(
          coldStarts + outcome.coldStarts(),
          delay + outcome.coldStartSeconds(),
          waste + outcome.wastedGbSeconds());
    }

    double rum() {
      return delay + waste / DelayRate.GB_SECONDS_PER_SECOND;
    }
  }

  private final Map<FunctionId, String> triggers = new HashMap<>();
  private final Map<String, Map<String, List<Figures>>> byPolicy = new LinkedHashMap<>();

  public SeedsTable(Trace trace) {
    trace
        .functions()
        .forEach(
            function ->
                triggers.put(
                    function.spec().id(), function.trigger().name().toLowerCase(Locale.ROOT)));
  }

  /** Adds the result of one policy with one seed. */
  public void add(ReplayResult result) {
    Map<String, List<Figures>> groups =
        byPolicy.computeIfAbsent(result.policy(), policy -> new TreeMap<>());
    groups
        .computeIfAbsent("all", all -> new ArrayList<>())
        .add(
            new Figures(
                result.starts().coldStarts(),
                result.starts().coldStartSeconds(),
                result.memory().wastedGbSeconds()));
    Map<String, Figures> byTrigger = new TreeMap<>();
    for (FunctionOutcome outcome : result.functions()) {
      byTrigger.compute(
          triggers.getOrDefault(outcome.function(), "unknown"),
          (trigger, sum) -> (sum == null ? new Figures(0, 0, 0) : sum).plus(outcome));
    }
    byTrigger.forEach(
        (trigger, figures) ->
            groups.computeIfAbsent(trigger, first -> new ArrayList<>()).add(figures));
  }

  public Table table() {
    List<List<String>> rows = new ArrayList<>();
    byPolicy.forEach(
        (policy, groups) ->
            groups.forEach(
                (group, seeds) ->
                    rows.add(
                        List.of(
                            policy,
                            group,
                            interval(seeds, Figures::coldStarts),
                            interval(seeds, Figures::delay),
                            interval(seeds, Figures::waste),
                            interval(seeds, Figures::rum)))));
    return new Table(COLUMNS, rows);
  }

  private static String interval(List<Figures> seeds, ToDoubleFunction<Figures> figure) {
    SummaryStatistics statistics = new SummaryStatistics();
    seeds.forEach(seed -> statistics.addValue(figure.applyAsDouble(seed)));
    if (seeds.size() < 2) {
      return String.format(Locale.ROOT, "%,.0f", statistics.getMean());
    }
    double t = new TDistribution(seeds.size() - 1.0).inverseCumulativeProbability(UPPER);
    double half = t * statistics.getStandardDeviation() / Math.sqrt(seeds.size());
    return String.format(Locale.ROOT, "%,.0f ± %,.0f", statistics.getMean(), half);
  }
}
