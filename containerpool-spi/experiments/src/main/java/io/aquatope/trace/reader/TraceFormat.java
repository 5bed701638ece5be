/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.reader;

import io.aquatope.trace.azure.Azure2019Reader;
import io.aquatope.trace.azure.Azure2021Reader;
import io.aquatope.trace.huawei.Huawei2023Reader;
import io.aquatope.trace.huawei.Huawei2025Reader;
import io.aquatope.trace.input.FormatReader;
import io.aquatope.trace.input.NamedOption;
import io.aquatope.trace.loadgen.FaasRailReader;
import io.aquatope.trace.loadgen.InVitroReader;
import io.aquatope.trace.openwhisk.OpenWhiskReader;
import io.aquatope.trace.synthetic.SyntheticLoad;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats of traces, each with its reader. */
public enum TraceFormat implements NamedOption {
  /** The first other format that fits the first line of the first file. */
  AUTO,

  /** Calls per minute, percentiles of run times, and memory: three tables a day. */
  AZURE2019(new Azure2019Reader(), "Azure Functions 2019, calls per minute"),

  /** One line for each invocation, with its end and duration. */
  AZURE2021(new Azure2021Reader(), "Azure Functions 2021, one line for each call"),

  /** Requests per minute or second, and tables of the same shape beside them. */
  HUAWEI2023(new Huawei2023Reader(), "Huawei Cloud 2023, requests per minute or second"),

  /** One line for each request, and one for each cold start. */
  HUAWEI2025(new Huawei2025Reader(), "Huawei Cloud 2025, requests and cold starts"),

  /** Requests per minute of an experiment, by workload. */
  FAASRAIL(new FaasRailReader(), "specifications of FaaSRail, requests per minute"),

  /** One line for each invocation that the loader made. */
  INVITRO(new InVitroReader(), "results of In-Vitro's loader, one line for each call"),

  /** Activation records, as OpenWhisk's tools print them. */
  OPENWHISK(new OpenWhiskReader(), "activation records as JSON lines"),

  /** Generated: {@link SyntheticLoad} settings instead of files. */
  SYNTHETIC;

  private final Optional<FormatReader> reader;
  private final String contents;

  TraceFormat() {
    this.reader = Optional.empty();
    this.contents = "";
  }

  /**
   * @param contents of the files, in a few words for users
   */
  TraceFormat(FormatReader reader, String contents) {
    this.reader = Optional.of(reader);
    this.contents = contents;
  }

  /** The name, with the contents of the files. */
  public String description() {
    return contents.isEmpty() ? label() : label() + " (" + contents + ")";
  }

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The format of a name.
   *
   * @throws IllegalArgumentException if the name is unknown; the message lists the known names
   */
  public static TraceFormat of(String key) {
    return NamedOption.parse(TraceFormat.class, "trace format", key);
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
