/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace;

import com.google.errorprone.annotations.Immutable;
import java.io.IOException;
import java.util.List;

/** Reads the files of one format. */
@Immutable
interface FormatReader {

  /** What the start of a file has to look like, for messages. */
  String lookedFor();

  /** Whether a file that starts with this line is one of this format. */
  boolean recognises(String firstLine);

  /**
   * One trace of all the files.
   *
   * @param name of the trace, for people
   * @param files at least one, all recognised, in the order in which the user gave them
   * @param seed of everything that the files leave to chance
   */
  Trace read(String name, List<TraceFile> files, long seed, Findings findings) throws IOException;
}
