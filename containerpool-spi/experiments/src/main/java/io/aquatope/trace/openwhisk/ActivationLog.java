/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aquatope.trace.Trace;
import io.aquatope.trace.input.ReaderFindings;
import io.aquatope.trace.input.TraceFormatException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The documents of a cluster's history: each activation of an action once, the rest counted. */
final class ActivationLog {

  private final RecordedActivations recorded;
  private final ActivationIds ids = new ActivationIds();
  private final LeftOutRecords leftOut = new LeftOutRecords();
  private final Map<RecordGap, Long> gaps = new EnumMap<>(RecordGap.class);
  private long activations;
  private long events;

  ActivationLog(String traceName) {
    this.recorded = new RecordedActivations(traceName);
  }

  /**
   * Adds a document.
   *
   * @throws TraceFormatException if it is not one that an OpenWhisk or its database writes; then it
   *     had no effect
   */
  void add(ObjectNode document, Path file, long line) throws TraceFormatException {
    SourceDocument source = SourceDocument.of(document);
    RecordKind kind = source.kind();
    if (kind != RecordKind.ACTION) {
      leftOut.add(kind);
      return;
    }
    ObjectNode record =
        source.isEvent() ? UserEvent.toRecord(source.record(), file, line) : source.record();
    ActivationRecord activation = ActivationRecord.parse(record, file, line);
    if (!activation.id().isEmpty() && !ids.add(activation)) {
      leftOut.add(RecordKind.DUPLICATE);
      return;
    }
    recorded.add(activation);
    activations++;
    events += source.isEvent() ? 1 : 0;
    activation.gaps().forEach(gap -> gaps.merge(gap, 1L, Long::sum));
  }

  /**
   * The trace. What was left out and what was assumed is added to the findings.
   *
   * @throws TraceFormatException if the records are too far apart for one trace
   */
  Trace trace(ReaderFindings findings) throws TraceFormatException {
    ColdStartEstimate coldStarts = recorded.coldStarts();
    ArrivalPeriod period = findings.skipsBadLines() ? recorded.usualPeriod() : ArrivalPeriod.ALL;
    Trace trace = recorded.trace(coldStarts, period);
    leftOut.add(RecordKind.OTHER_TIME, activations - trace.size());
    leftOut.report(findings);
    gaps.forEach((gap, count) -> report(gap, count, findings));
    if (events > 0) {
      findings.remark(
          String.format(
              Locale.ROOT,
              "activations from user events (%,d): they count as ended when the event was sent",
              events));
    }
    if (activations > 0) {
      findings.assume(describe(coldStarts));
    }
    return trace;
  }

  private void report(RecordGap gap, long count, ReaderFindings findings) {
    String sentence = gap.sentence(count, activations);
    if (gap.isAssumed()) {
      findings.assume(sentence);
    } else {
      findings.remark(sentence);
    }
  }

  private static String describe(ColdStartEstimate coldStarts) {
    Map<String, Integer> counts = coldStarts.coldStarts();
    long total = counts.values().stream().mapToLong(Integer::longValue).sum();
    String kinds =
        counts.entrySet().stream()
            .map(entry -> String.format(Locale.ROOT, "%,d %s", entry.getValue(), entry.getKey()))
            .collect(Collectors.joining(", "));
    StringBuilder text = new StringBuilder();
    text.append(
        total == 0
            ? "cold starts are not estimated from the trace, as no start of a new container is in it"
            : String.format(
                Locale.ROOT,
                "cold starts are estimated from %,d %s in the trace (%s)",
                total,
                total == 1 ? "start of a new container" : "starts of new containers",
                kinds));
    if (coldStarts.fromStemCells() > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "; starts from stem cells (%,d) do not count, as they waited for no container",
              coldStarts.fromStemCells()));
    }
    if (coldStarts.withoutWait() > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "; starts without a recorded wait (%,d), as in sequences, do not count",
              coldStarts.withoutWait()));
    }
    return text.toString();
  }
}
