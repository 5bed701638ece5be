/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

import com.google.errorprone.annotations.Immutable;
import io.aquatope.trace.Trace;
import java.io.IOException;
import java.util.List;

/** Reads the files of one format. */
@Immutable
public interface FormatReader {

  /** The expected start of a file, for messages. */
  String lookedFor();

  /** Whether a file that begins with this line has this format. */
  boolean recognises(String firstLine);

  /**
   * Reads all files as one trace.
   *
   * @param name of the trace, for people
   * @param files at least one, all recognised, in the order in which the user gave them
   * @param seed of everything that the files leave to chance
   */
  Trace read(String name, List<TraceFile> files, long seed, ReaderFindings findings)
      throws IOException;
}
