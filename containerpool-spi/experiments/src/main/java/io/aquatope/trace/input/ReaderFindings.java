/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

import io.aquatope.trace.Trace;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Collects the findings of a reader in addition to the trace, and decides whether a bad line is
 * fatal.
 */
public final class ReaderFindings {

  private final boolean skipBadLines;
  private final StatedAssumptions stated;
  private final Map<Path, Long> skipped = new LinkedHashMap<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final List<String> assumptions = new ArrayList<>();

  public ReaderFindings(boolean skipBadLines) {
    this(skipBadLines, StatedAssumptions.NONE);
  }

  /**
   * @param stated by the user for what the files do not contain
   */
  public ReaderFindings(boolean skipBadLines, StatedAssumptions stated) {
    this.skipBadLines = skipBadLines;
    this.stated = stated;
  }

  /** What the user states for what the files do not contain. */
  public StatedAssumptions stated() {
    return stated;
  }

  /**
   * The run time of calls that have none in the files, in microseconds; the headline states it.
   *
   * @param usual unless the user states another
   */
  public long assumeRunMicros(long usual) {
    long micros = stated.runMicros().orElse(usual);
    assume(
        String.format(
            Locale.ROOT,
            "calls whose run time is not in the trace take %s ms: %s",
            BigDecimal.valueOf(micros, 3).stripTrailingZeros().toPlainString(),
            stated.runMicros().isPresent() ? "by --duration" : "--duration states another"));
    return micros;
  }

  /**
   * The memory of functions that have none in the files, in MB; the headline states it.
   *
   * @param usual unless the user states another
   */
  public int assumeMemoryMb(int usual) {
    int memoryMb = stated.memoryMb().orElse(usual);
    assume(
        String.format(
            Locale.ROOT,
            "functions whose memory is not in the trace have %d MB: %s",
            memoryMb,
            stated.memoryMb().isPresent()
                ? "by --function-memory"
                : "--function-memory states another"));
    return memoryMb;
  }

  /** Counts a bad line, or throws it if bad lines are not to be skipped. */
  public void badLine(TraceFormatException problem) throws TraceFormatException {
    if (!skipBadLines) {
      throw problem;
    }
    skipped.merge(problem.file(), 1L, Long::sum);
  }

  /** Whether bad lines are counted and left out. */
  public boolean skipsBadLines() {
    return skipBadLines;
  }

  public void remark(String remark) {
    remarks.add(remark);
  }

  /** Records that are left out, with a remark about them. */
  public void leaveOut(LeftOut records) {
    leaveOut(records, records.toString());
  }

  /** Records that are left out, with a remark in other words; none if these are empty. */
  public void leaveOut(LeftOut records, String remark) {
    leftOut.add(records);
    if (!remark.isEmpty()) {
      remarks.add(remark);
    }
  }

  /**
   * A value that the files do not contain, and what is taken instead. The headline of a result
   * states it, as the result rests on it.
   */
  public void assume(String assumption) {
    if (!assumptions.contains(assumption)) {
      assumptions.add(assumption);
    }
  }

  /** All findings in brackets, for messages. */
  public String summary() {
    List<String> all = new ArrayList<>(remarks);
    skipped.forEach((file, lines) -> all.add(file + ": " + lines + " bad lines"));
    return all.isEmpty() ? "" : " (" + String.join("; ", all) + ")";
  }

  public ReadTrace with(Trace trace) {
    return new ReadTrace(trace, skipped, remarks, leftOut, assumptions);
  }
}
