/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli.output;

import com.google.common.collect.ImmutableList;
import io.aquatope.pool.policy.DelayRate;
import io.aquatope.replay.result.ReplayResult;
import io.aquatope.report.Table;
import io.aquatope.report.Table.Column;
import io.aquatope.trace.Trace;
import io.aquatope.trace.input.ReadTrace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Summary of a replay for people: the load and the results.
 *
 * @param load the trace, and what its reader found
 * @param cluster the simulated cluster, in words
 * @param results in the order of the policies on the command line
 */
public record ReplaySummary(ReadTrace load, String cluster, List<ReplayResult> results) {

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("Policy"),
          Column.number("Cold starts"),
          Column.number("Ratio"),
          Column.number("Delay s"),
          Column.number("Wasted GB s"),
          Column.number("Total GB s"),
          Column.number("RUM s"),
          Column.number("Start p50 s"),
          Column.number("p99 s"),
          Column.number("Buffered"),
          Column.number("Evicted"),
          Column.number("Peak MB"),
          Column.number("Took s"));

  private static final List<String> LEGEND =
      List.of(
          "Delay: what activations waited in total for containers to start. Wasted: memory of"
              + " containers that serve no activation, over the recorded time; 1 GB = 1024 MB.",
          "RUM = Delay + Wasted / "
              + DelayRate.GB_SECONDS_PER_SECOND
              + ", less is better. Start: from arrival to run, waiting for"
              + " memory included. Took: what the replay took.");

  private static final String SHORT_OF_MEMORY =
      "Most activations waited for memory, which hides what policies do otherwise:"
          + " the load needs more --memory or more --invokers.";

  Trace trace() {
    return load.trace();
  }

  /** The load, in one sentence. */
  String subject() {
    return String.format(
        Locale.ROOT,
        "%s: %s, %s in %s, on %s.",
        trace().name(),
        CountText.of(trace().functions().size(), "function"),
        CountText.of(trace().size(), "activation"),
        inWords(Duration.ofNanos(trace().durationMicros() * 1000)),
        cluster);
  }

  /** What the load does not contain and was taken instead, as sentences. */
  List<String> assumptions() {
    return load.assumptions().stream()
        .map(text -> text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".")
        .toList();
  }

  private static String inWords(Duration length) {
    String hours = length.toHours() == 0 ? "" : length.toHours() + " h ";
    String minutes = length.toMinutesPart() == 0 ? "" : length.toMinutesPart() + " min ";
    String seconds = length.toSecondsPart() == 0 ? "" : length.toSecondsPart() + " s ";
    return (hours + minutes + seconds).strip();
  }

  /** One line for each policy. */
  Table table() {
    return new Table(COLUMNS, results.stream().map(ReplaySummary::row).toList());
  }

  private static List<String> row(ReplayResult result) {
    return List.of(
        result.policy(),
        String.format(Locale.ROOT, "%,d", result.starts().coldStarts()),
        String.format(Locale.ROOT, "%.2f %%", 100 * result.starts().coldStartRatio()),
        String.format(Locale.ROOT, "%,.1f", result.starts().coldStartSeconds()),
        String.format(Locale.ROOT, "%,.0f", result.memory().wastedGbSeconds()),
        String.format(Locale.ROOT, "%,.0f", result.memory().totalGbSeconds()),
        String.format(Locale.ROOT, "%,.1f", result.rum()),
        String.format(Locale.ROOT, "%.3f", result.starts().delay().p50()),
        String.format(Locale.ROOT, "%.3f", result.starts().delay().p99()),
        String.format(Locale.ROOT, "%,d", result.starts().buffered()),
        String.format(Locale.ROOT, "%,d", result.evictions()),
        String.format(Locale.ROOT, "%,d", result.memory().peakMb()),
        String.format(Locale.ROOT, "%.2f", result.wallSeconds()));
  }

  /** The meaning of the columns, and remarks on these results. */
  List<String> notes() {
    ImmutableList.Builder<String> notes = ImmutableList.<String>builder().addAll(LEGEND);
    results.stream()
        .filter(result -> result.cpu().allocated() > 0)
        .map(ReplaySummary::cpu)
        .forEach(notes::add);
    return memoryIsShort() ? notes.add(SHORT_OF_MEMORY).build() : notes.build();
  }

  private static String cpu(ReplayResult result) {
    return String.format(
        Locale.ROOT,
        "CPU with %s: %,.0f core-seconds allocated, at most %,.0f of them used by runs.",
        result.policy(),
        result.cpu().allocated(),
        result.cpu().used());
  }

  /**
   * Whether under some policy most activations waited for memory. Then the other figures mean
   * little.
   */
  private boolean memoryIsShort() {
    return results.stream().anyMatch(result -> result.starts().buffered() > trace().size() / 2);
  }

  public String toText() {
    List<String> headline = new ArrayList<>(List.of(subject()));
    headline.addAll(assumptions());
    return String.join("\n", headline)
        + "\n\n"
        + table().toText()
        + "\n"
        + String.join("\n", notes())
        + "\n\n";
  }
}
