/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.reader;

import io.aquatope.trace.Trace;
import io.aquatope.trace.input.FormatReader;
import io.aquatope.trace.input.ReadTrace;
import io.aquatope.trace.input.ReaderFindings;
import io.aquatope.trace.input.ReaderOptions;
import io.aquatope.trace.input.StatedAssumptions;
import io.aquatope.trace.input.TraceFile;
import io.aquatope.trace.input.TraceFormatException;
import io.aquatope.trace.synthetic.SyntheticLoad;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Reads traces.
 *
 * <p>Several files make one trace: the three tables of the Azure Functions 2019 data set, or
 * several days. Files may be packed with gzip, whatever their names. Values that the files leave to
 * chance are drawn with the seed, so the same files and seed give the same trace.
 *
 * <pre>{@code
 * ReadTrace read = TraceReader.newBuilder().seed(7).build().read(List.of(folder));
 * }</pre>
 */
public final class TraceReader {

  /** The longest of the published data sets has 14 days. */
  private static final int UNREMARKABLE_DAYS = 31;

  private final TraceFormat format;
  private final long seed;
  private final boolean skipBadLines;
  private final StatedAssumptions stated;

  private TraceReader(Builder builder) {
    this.format = builder.format;
    this.seed = builder.seed;
    this.skipBadLines = builder.skipBadLines;
    this.stated = builder.stated;
  }

  /** A builder with the defaults: {@link TraceFormat#AUTO}, seed 0, bad lines are errors. */
  public static Builder newBuilder() {
    return new Builder();
  }

  /**
   * Reads one trace.
   *
   * @param sources files; folders, of which all files of the format are read; for {@link
   *     TraceFormat#SYNTHETIC} at most one, its settings. Without sources, the default {@link
   *     SyntheticLoad} is generated
   * @throws TraceFormatException if a file is missing or malformed
   * @throws IllegalArgumentException if the settings of a synthetic trace are wrong
   */
  public ReadTrace read(List<Path> sources) throws IOException {
    ReaderFindings findings = new ReaderFindings(skipBadLines, stated);
    if (format == TraceFormat.SYNTHETIC || (format == TraceFormat.AUTO && sources.isEmpty())) {
      return findings.with(SyntheticLoad.of(sources).trace(seed));
    }
    TraceSources files = TraceSources.of(sources);
    FormatReader reader = files.chooseReader(format);
    String name =
        sources.stream()
            .map(source -> Optional.ofNullable(source.getFileName()).orElse(source).toString())
            .collect(Collectors.joining(" + "));
    List<TraceFile> readable = files.readableBy(reader, findings);
    Trace trace = reader.read(name, readable, seed, findings);
    if (trace.size() == 0) {
      throw TraceFormatException.of(
          readable.get(0).path(),
          "has no activation that ran in a container" + findings.summary() + ", expected some");
    }
    long days = TimeUnit.MICROSECONDS.toDays(trace.durationMicros());
    if (days > UNREMARKABLE_DAYS) {
      findings.remark(
          String.format(
              Locale.ROOT,
              "the trace begins at %s and lasts %d days; a replay goes through every second of them",
              trace.start(),
              days));
    }
    return findings.with(trace);
  }

  /** Settings of a {@link TraceReader}. */
  public static final class Builder {

    private TraceFormat format = TraceFormat.AUTO;
    private long seed;
    private boolean skipBadLines;
    private StatedAssumptions stated = StatedAssumptions.NONE;

    private Builder() {}

    /** The format of the files. */
    public Builder format(TraceFormat chosen) {
      this.format = chosen;
      return this;
    }

    /** Seed of everything that the files leave to chance, and of generated traces. */
    public Builder seed(long chosen) {
      this.seed = chosen;
      return this;
    }

    /** Whether lines that cannot be read are counted and skipped, instead of being an error. */
    public Builder skipBadLines(boolean skip) {
      this.skipBadLines = skip;
      return this;
    }

    /** What to do about bad lines and missing values. */
    public Builder options(ReaderOptions options) {
      this.skipBadLines = options.skipBadLines();
      this.stated = options.stated();
      return this;
    }

    public TraceReader build() {
      return new TraceReader(this);
    }
  }
}
