/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

import com.google.common.collect.ImmutableMap;
import io.aquatope.trace.Trace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A trace that was read, and what its reader had to tell.
 *
 * @param skippedLines how many lines of each file were left out because they could not be read; in
 *     the order in which the first one appeared, without files that had none
 * @param remarks for people: what was assumed, because the files do not tell
 */
public record ReadTrace(Trace trace, Map<Path, Long> skippedLines, List<String> remarks) {

  public ReadTrace {
    skippedLines = ImmutableMap.copyOf(skippedLines);
    remarks = List.copyOf(remarks);
  }
}
