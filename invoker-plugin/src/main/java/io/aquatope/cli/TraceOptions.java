/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import io.aquatope.trace.Trace;
import io.aquatope.trace.input.ReadTrace;
import io.aquatope.trace.reader.TraceFormat;
import io.aquatope.trace.reader.TraceReader;
import io.aquatope.trace.synthetic.SyntheticLoad;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Option;

/** Options for the load that a command reads. */
final class TraceOptions {

  @Option(
      names = "--trace",
      paramLabel = "PATH",
      description = {
        "File or folder of a recorded load; several make one. May be packed with gzip. Without it,"
            + " a load is generated; with --trace-format synthetic, this is its settings:",
        SyntheticLoad.SETTINGS
      })
  private List<Path> traces = List.of();

  @Option(
      names = "--trace-format",
      paramLabel = "FORMAT",
      defaultValue = "auto",
      completionCandidates = Formats.class,
      description = "Format of the files: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private TraceFormat format = TraceFormat.AUTO;

  @Option(
      names = "--skip-bad-lines",
      description = "Count lines that cannot be read and go on. By default they are an error.")
  private boolean skipBadLines;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Seed of all that is left to chance. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--runtimes",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Divide the applications among N runtimes where the load does not tell them: a stem cell"
              + " serves only one. Default: as the load has it.")
  private int runtimes = 1;

  static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(TraceFormat.values()).map(TraceFormat::description).iterator();
    }
  }

  long seed() {
    return seed;
  }

  /** Reads the load. Assumptions and omissions are written to {@code remarks}. */
  Trace read(PrintWriter remarks) throws IOException {
    return read(seed, remarks);
  }

  /** Reads the load with another seed. */
  Trace read(long otherSeed, PrintWriter remarks) throws IOException {
    ReadTrace read =
        TraceReader.newBuilder()
            .format(format)
            .seed(otherSeed)
            .skipBadLines(skipBadLines)
            .build()
            .read(traces);
    read.remarks().forEach(remarks::println);
    read.skippedLines()
        .forEach((file, lines) -> remarks.println(file + ": left out " + lines + " bad lines"));
    remarks.flush();
    return read.trace().withRuntimes(runtimes);
  }
}
