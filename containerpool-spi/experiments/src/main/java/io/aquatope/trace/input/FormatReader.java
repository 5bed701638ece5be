/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

import com.google.errorprone.annotations.Immutable;
import io.aquatope.trace.Trace;
import java.io.IOException;
import java.util.List;

/** Reads the files of one format. */
@Immutable
public interface FormatReader {

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
  Trace read(String name, List<TraceFile> files, long seed, ReaderFindings findings)
      throws IOException;
}
