/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import io.aquatope.trace.Trace;
import io.aquatope.trace.input.FormatReader;
import io.aquatope.trace.input.ReaderFindings;
import io.aquatope.trace.input.TraceFile;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Reads OpenWhisk's own activation records, so operators can replay their history.
 *
 * <p>Each activation arrives at its recorded time, including the stages of a sequence: a record
 * does not state when a stage would have begun if the stage before had been faster. Records without
 * a container (triggers, sequences, compositions) are counted and left out. The trace begins with
 * the minute of the first arrival.
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
    RecordedActivations recorded = new RecordedActivations(name);
    long[] withoutContainer = {0};
    for (TraceFile file : files) {
      new ActivationDocuments(file)
          .forEach(
              findings,
              (document, line) ->
                  ActivationRecord.parse(document, file.path(), line)
                      .ifPresentOrElse(recorded::add, () -> withoutContainer[0]++));
    }
    if (withoutContainer[0] > 0) {
      findings.remark(
          String.format(
              Locale.ROOT,
              "%,d records of triggers, sequences or compositions: no container ran for them",
              withoutContainer[0]));
    }
    return recorded.trace();
  }
}
