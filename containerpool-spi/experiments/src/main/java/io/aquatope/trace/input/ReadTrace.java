/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.aquatope.trace.Trace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A trace and the findings of its reader.
 *
 * @param skippedLines number of lines of each file that were skipped because they could not be
 *     read; in the order in which the first one appeared, without files that had none
 * @param remarks for people: findings that are no error
 * @param leftOut records that the files contain and the trace does not; the remarks name them, too
 * @param assumptions for people: values that the files do not contain, and what was taken instead
 */
public record ReadTrace(
    Trace trace,
    Map<Path, Long> skippedLines,
    List<String> remarks,
    List<LeftOut> leftOut,
    List<String> assumptions) {

  public ReadTrace {
    skippedLines = ImmutableMap.copyOf(skippedLines);
    remarks = List.copyOf(remarks);
    leftOut = List.copyOf(leftOut);
    assumptions = List.copyOf(assumptions);
  }

  /** The same with the applications divided among several runtimes. */
  public ReadTrace withRuntimes(int count) {
    return new ReadTrace(trace.withRuntimes(count), skippedLines, remarks, leftOut, assumptions);
  }

  /** The same with another assumption. */
  public ReadTrace with(String assumption) {
    List<String> more = ImmutableList.<String>builder().addAll(assumptions).add(assumption).build();
    return new ReadTrace(trace, skippedLines, remarks, leftOut, more);
  }

  /** Whether there is something to say beside the trace. */
  public boolean hasFindings() {
    return !(skippedLines.isEmpty()
        && remarks.isEmpty()
        && leftOut.isEmpty()
        && assumptions.isEmpty());
  }
}
