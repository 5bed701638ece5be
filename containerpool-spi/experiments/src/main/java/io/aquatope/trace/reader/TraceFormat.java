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

/** The formats of traces, each with its reader. */
public enum TraceFormat {
  /** The first other format that fits the first line of the first file. */
  AUTO,

  /** Calls per minute, percentiles of run times, and memory: three tables a day. */
  AZURE2019(new Azure2019Reader()),

  /** One line for each invocation, with its end and duration. */
  AZURE2021(new Azure2021Reader()),

  /** Activation records, as OpenWhisk's tools print them. */
  OPENWHISK(new OpenWhiskReader()),

  /** Generated: {@link SyntheticLoad} settings instead of files. */
  SYNTHETIC;

  private final Optional<FormatReader> reader;

  TraceFormat() {
    this.reader = Optional.empty();
  }

  TraceFormat(FormatReader reader) {
    this.reader = Optional.of(reader);
  }

  /** The name that users write. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The format of a name.
   *
   * @throws IllegalArgumentException if the name is unknown; the message lists the known names
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

  /** The readers that may fit a file: this format's, or all of them for {@code AUTO}. */
  Stream<FormatReader> candidates() {
    return this == AUTO
        ? Arrays.stream(values()).flatMap(format -> format.reader.stream())
        : reader.stream();
  }
}
