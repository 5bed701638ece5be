/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import io.aquatope.trace.input.LeftOut;
import io.aquatope.trace.input.ReaderFindings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts of the records that are no load, by kind. */
final class LeftOutRecords {

  /** The kinds for which no container ran. */
  private static final List<RecordKind> WITHOUT_CONTAINER =
      List.of(RecordKind.TRIGGER, RecordKind.SEQUENCE, RecordKind.COMPOSITION);

  private final Map<RecordKind, Long> counts = new EnumMap<>(RecordKind.class);

  void add(RecordKind kind) {
    add(kind, 1);
  }

  void add(RecordKind kind, long count) {
    counts.merge(kind, count, Long::sum);
  }

  private long count(RecordKind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  /** States how many records were left out, of what kind, and why. */
  void report(ReaderFindings findings) {
    String remark = withoutContainer();
    for (Map.Entry<RecordKind, Long> entry : counts.entrySet()) {
      RecordKind kind = entry.getKey();
      LeftOut records = new LeftOut(entry.getValue(), kind.description(), kind.reason());
      if (entry.getValue() == 0) {
        continue;
      }
      if (WITHOUT_CONTAINER.contains(kind)) {
        findings.leaveOut(records, remark);
        remark = "";
      } else {
        findings.leaveOut(records);
      }
    }
  }

  /** One line for all records without a container. */
  private String withoutContainer() {
    long total = WITHOUT_CONTAINER.stream().mapToLong(this::count).sum();
    List<String> parts = new ArrayList<>();
    for (RecordKind kind : WITHOUT_CONTAINER) {
      if (count(kind) > 0) {
        parts.add(String.format(Locale.ROOT, "%,d %s", count(kind), kind.description()));
      }
    }
    String which = count(RecordKind.SEQUENCE) == total ? "" : ": " + String.join(", ", parts);
    return total == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "%,d records of triggers, sequences or compositions: no container ran for them%s",
            total,
            which);
  }
}
