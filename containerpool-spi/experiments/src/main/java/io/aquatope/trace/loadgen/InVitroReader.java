/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.loadgen;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.trace.Trace;
import io.aquatope.trace.TraceFunction;
import io.aquatope.trace.TriggerKind;
import io.aquatope.trace.input.CsvColumns;
import io.aquatope.trace.input.CsvRow;
import io.aquatope.trace.input.CsvTable;
import io.aquatope.trace.input.FormatReader;
import io.aquatope.trace.input.NumberText;
import io.aquatope.trace.input.ReaderFindings;
import io.aquatope.trace.input.TextExcerpt;
import io.aquatope.trace.input.TraceFile;
import io.aquatope.trace.input.TraceFormatException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Reads the results of the loader of In-Vitro (Ustiugov et al., "In-Vitro", 2023): a line for each
 * invocation with its start since 1970 and its durations, all in microseconds. The traces that its
 * sampler makes have the layout of the Azure Functions 2019 data set.
 *
 * <p>An invocation runs as long as it did, or else as long as it was asked to. Its function is the
 * name of the function, or of the instance without the suffix of the deployment.
 */
public final class InVitroReader implements FormatReader {

  private static final List<String> COLUMNS =
      List.of("startTime", "requestedDuration", "responseTime", "actualDuration");
  private static final long LATEST = Instant.parse("2200-01-01T00:00:00Z").getEpochSecond();
  private static final double MOST_MICROS = TimeUnit.DAYS.toMicros(14);
  private static final long MINUTE = TimeUnit.MINUTES.toMicros(1);
  private static final int USUAL_MEMORY_MB = 256;
  private static final String KIND = "invitro";
  private static final String OWNER = "guest";

  private record Call(String function, long startMicros, long runMicros) {}

  @Override
  public String lookedFor() {
    return "the CSV header " + String.join(",", COLUMNS);
  }

  @Override
  public boolean recognises(String firstLine) {
    return CsvColumns.parse(firstLine).hasAll(COLUMNS);
  }

  @Override
  public Trace read(String name, List<TraceFile> files, long seed, ReaderFindings findings)
      throws IOException {
    List<Call> calls = new ArrayList<>();
    for (TraceFile file : files) {
      CsvTable.of(file).forEachRow(findings, row -> calls.add(call(row)));
    }
    long first = calls.stream().mapToLong(Call::startMicros).min().orElse(0);
    long last = calls.stream().mapToLong(Call::startMicros).max().orElse(0);
    if (last - first > TimeUnit.MICROSECONDS.convert(Trace.LONGEST)) {
      throw TraceFormatException.of(
          files.get(0).path(),
          String.format(
              Locale.ROOT,
              "the invocations are %d days apart, expected at most %d",
              TimeUnit.MICROSECONDS.toDays(last - first),
              Trace.LONGEST.toDays()));
    }
    long begin = first - first % MINUTE;
    Trace.Builder trace =
        new Trace.Builder(name, Instant.ofEpochSecond(TimeUnit.MICROSECONDS.toSeconds(begin)));
    Map<String, Integer> indexes = new HashMap<>();
    int memoryMb = findings.assumeMemoryMb(USUAL_MEMORY_MB);
    long end = 0;
    for (Call call : calls) {
      int index =
          indexes.computeIfAbsent(
              call.function, function -> trace.addFunction(function(function, memoryMb)));
      trace.add(index, call.startMicros - begin, call.runMicros);
      end = Math.max(end, call.startMicros - begin + call.runMicros);
    }
    return trace.build(end);
  }

  private static Call call(CsvRow row) throws TraceFormatException {
    OptionalLong start = NumberText.whole(row.text("startTime").strip());
    if (start.isEmpty()
        || start.getAsLong() < 0
        || TimeUnit.MICROSECONDS.toSeconds(start.getAsLong()) > LATEST) {
      throw row.bad(
          "startTime is '"
              + TextExcerpt.of(row.text("startTime"))
              + "', expected microseconds since 1970, before the year 2200");
    }
    double actual = row.amount("actualDuration", MOST_MICROS);
    double run = actual > 0 ? actual : row.amount("requestedDuration", MOST_MICROS);
    return new Call(functionName(row), start.getAsLong(), Math.round(run));
  }

  private static String functionName(CsvRow row) {
    String function = row.text("functionName").strip();
    String instance = row.text("instance").strip();
    return function.isEmpty() ? instance.replaceFirst("-\\d+-deployment-.*$", "") : function;
  }

  private static TraceFunction function(String name, int memoryMb) {
    FunctionId id = new FunctionId(OWNER, name.isEmpty() ? "function" : name, "");
    return new TraceFunction(
        new FunctionSpec(id, KIND, memoryMb, 1), name, TriggerKind.UNKNOWN, OptionalLong.empty());
  }
}
