/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import io.aquatope.trace.Trace;
import io.aquatope.trace.input.FormatReader;
import io.aquatope.trace.input.ReaderFindings;
import io.aquatope.trace.input.TraceFile;
import java.io.IOException;
import java.util.List;

/**
 * Reads OpenWhisk's own activation records, so operators can replay their history: as its tools
 * print them, as its databases export them, and as its user events hold them.
 *
 * <p>Each activation arrives at its recorded time, including the stages of a sequence: a record
 * does not state when a stage would have begun if the stage before had been faster. An activation
 * that is recorded twice counts once. Records without a container (triggers, sequences,
 * compositions) and those of OpenWhisk itself are counted and left out. The trace begins with the
 * minute of the first arrival.
 */
public final class OpenWhiskReader implements FormatReader {

  @Override
  public String lookedFor() {
    return "JSON: activation records one after the other, or in an array";
  }

  @Override
  public boolean recognises(String firstLine) {
    return ActivationDocuments.recognises(firstLine);
  }

  @Override
  public Trace read(String name, List<TraceFile> files, long seed, ReaderFindings findings)
      throws IOException {
    ActivationLog log = new ActivationLog(name);
    for (TraceFile file : files) {
      new ActivationDocuments(file)
          .forEach(findings, (document, line) -> log.add(document, file.path(), line));
    }
    return log.trace(findings);
  }
}
