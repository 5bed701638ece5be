/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import io.aquatope.cli.output.CountText;
import io.aquatope.trace.input.ReadTrace;
import io.aquatope.trace.input.TraceFormatException;
import io.aquatope.trace.reader.TraceFormat;
import io.aquatope.trace.reader.TraceReader;
import io.aquatope.trace.synthetic.SyntheticLoad;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for the load that a command reads. */
final class TraceOptions {

  @Option(
      names = "--trace",
      paramLabel = "PATH",
      description = {
        "A file or folder with a recorded load: a public trace of Azure Functions or Huawei Cloud,"
            + " a file of FaaSRail or In-Vitro, or your OpenWhisk's activations, as 'wsk activation"
            + " list --full' prints them. Files may be packed with gzip. The option may be repeated; all files make one load. Without this"
            + " option, the command generates a load. With --trace-format synthetic, the value is"
            + " the settings of the generated load:",
        SyntheticLoad.SETTINGS
      })
  private List<Path> traces = List.of();

  @Option(
      names = "--trace-format",
      paramLabel = "FORMAT",
      defaultValue = "auto",
      completionCandidates = Formats.class,
      description =
          "The format of the files: ${COMPLETION-CANDIDATES}. With auto, the command recognises the"
              + " format. Default: ${DEFAULT-VALUE}.")
  private TraceFormat format = TraceFormat.AUTO;

  @Mixin private final RecordedLoadOptions recorded = new RecordedLoadOptions();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "The seed of random numbers. The same seed gives the same result. Default:"
              + " ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--runtimes",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Divide the applications among N runtimes if the load does not name their runtimes. A"
              + " stem cell (a container of a runtime that is not yet initialised for an action)"
              + " serves only one runtime. Default: ${DEFAULT-VALUE}.")
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

  /** Whether the load is recorded, and not generated. */
  boolean isRecorded() {
    return !traces.isEmpty() && format != TraceFormat.SYNTHETIC;
  }

  /** Reads the load. Omissions are written to {@code remarks}. */
  ReadTrace read(PrintWriter remarks) throws IOException {
    return read(seed, remarks);
  }

  /** Reads the load with another seed. */
  ReadTrace read(long otherSeed, PrintWriter remarks) throws IOException {
    ReadTrace read = read(otherSeed);
    read.remarks().forEach(remarks::println);
    read.skippedLines()
        .forEach(
            (file, lines) ->
                remarks.println(file + ": left out " + CountText.of(lines, "bad line")));
    remarks.flush();
    ReadTrace divided = read.withRuntimes(runtimes);
    return runtimes > 1 && isRecorded()
        ? divided.with("applications divided among " + runtimes + " runtimes, by --runtimes")
        : divided;
  }

  private ReadTrace read(long otherSeed) throws IOException {
    try {
      return TraceReader.newBuilder()
          .format(format)
          .seed(otherSeed)
          .options(recorded.toReaderOptions())
          .build()
          .read(traces);
    } catch (TraceFormatException e) {
      throw recorded.explained(e);
    }
  }
}
