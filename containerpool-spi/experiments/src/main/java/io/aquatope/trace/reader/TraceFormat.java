/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.reader;

import io.aquatope.trace.azure.Azure2019Reader;
import io.aquatope.trace.azure.Azure2021Reader;
import io.aquatope.trace.input.FormatReader;
import io.aquatope.trace.openwhisk.OpenWhiskReader;
import io.aquatope.trace.synthetic.SyntheticLoad;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The formats that traces come in, each with its reader. */
public enum TraceFormat {
  /** Whichever of the others fits the first line of the first file. */
  AUTO,

  /** Calls per minute, percentiles of run times, and memory: three tables a day. */
  AZURE2019(new Azure2019Reader()),

  /** One line for each invocation, with its end and duration. */
  AZURE2021(new Azure2021Reader()),

  /** Activation records, as OpenWhisk's tools give them. */
  OPENWHISK(new OpenWhiskReader()),

  /** Generated: {@link SyntheticLoad} settings in place of files. */
  SYNTHETIC;

  private final Optional<FormatReader> reader;

  TraceFormat() {
    this.reader = Optional.empty();
  }

  TraceFormat(FormatReader reader) {
    this.reader = Optional.of(reader);
  }

  /** The name by which users choose it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The format of a name.
   *
   * @throws IllegalArgumentException if there is none, naming those that there are
   */
  public static TraceFormat of(String key) {
    return Arrays.stream(values())
        .filter(format -> format.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "trace format '%s', expected one of %s",
                        key,
                        Arrays.stream(values())
                            .map(TraceFormat::key)
                            .collect(Collectors.joining(", ")))));
  }

  /** The reader of this format, if its traces are in files. */
  Optional<FormatReader> reader() {
    return reader;
  }

  /** The readers that a file may be for: this one's, or all if it is to be found out. */
  Stream<FormatReader> candidates() {
    return this == AUTO
        ? Arrays.stream(values()).flatMap(format -> format.reader.stream())
        : reader.stream();
  }
}
