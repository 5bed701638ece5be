/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.loadgen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.trace.Trace;
import io.aquatope.trace.TraceFunction;
import io.aquatope.trace.TriggerKind;
import io.aquatope.trace.input.CsvColumns;
import io.aquatope.trace.input.CsvRow;
import io.aquatope.trace.input.CsvTable;
import io.aquatope.trace.input.FormatReader;
import io.aquatope.trace.input.RandomStreams;
import io.aquatope.trace.input.ReaderFindings;
import io.aquatope.trace.input.SpreadCalls;
import io.aquatope.trace.input.TraceFile;
import io.aquatope.trace.input.TraceFormatException;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Reads the specifications of experiments that FaaSRail makes (Katsakioris et al., ICPE 2024): a
 * row for each workload with its mean run time in milliseconds, and a column for each minute of the
 * experiment, in their order. A column's name is the minutes of the trace that it stands for.
 */
public final class FaasRailReader implements FormatReader {

  private static final String AVERAGE = "avg";
  private static final String WORKLOAD = "mapped_wreq";
  private static final Pattern MINUTES = Pattern.compile("\\d{1,6}(-\\d{1,6})?");
  private static final Instant START = Instant.parse("2019-07-15T00:00:00Z");
  private static final int MOST_PER_MINUTE = 10_000_000;
  private static final double MOST_MILLIS = TimeUnit.DAYS.toMillis(14);
  private static final int USUAL_MEMORY_MB = 256;
  private static final String KIND = "faasrail";
  private static final String OWNER = "guest";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String lookedFor() {
    return "a CSV header with avg, mapped_wreq and minutes (1-288, …)";
  }

  @Override
  public boolean recognises(String firstLine) {
    CsvColumns columns = CsvColumns.parse(firstLine);
    return columns.has(AVERAGE) && columns.has(WORKLOAD);
  }

  @Override
  public Trace read(String name, List<TraceFile> files, long seed, ReaderFindings findings)
      throws IOException {
    Trace.Builder trace = new Trace.Builder(name, START);
    RandomStreams random = new RandomStreams(seed);
    Map<FunctionId, Integer> indexes = new HashMap<>();
    long minute = TimeUnit.MINUTES.toMicros(1);
    SpreadCalls calls = new SpreadCalls(trace, minute);
    int memoryMb = findings.assumeMemoryMb(USUAL_MEMORY_MB);
    long minutes = 0;
    for (TraceFile file : files) {
      CsvTable table = CsvTable.of(file);
      int[] columns =
          table.columns().indexes().entrySet().stream()
              .filter(column -> MINUTES.matcher(column.getKey()).matches())
              .mapToInt(Map.Entry::getValue)
              .sorted()
              .toArray();
      minutes = Math.max(minutes, columns.length);
      table.forEachRow(
          findings,
          row -> {
            FunctionId id = new FunctionId(OWNER, workload(row), "");
            long run = Math.round(1000 * row.amount(AVERAGE, MOST_MILLIS));
            int[] counts = new int[columns.length];
            for (int i = 0; i < counts.length; i++) {
              counts[i] = row.count(columns[i], MOST_PER_MINUTE);
            }
            int index =
                indexes.computeIfAbsent(id, added -> trace.addFunction(function(added, memoryMb)));
            for (int i = 0; i < counts.length; i++) {
              calls.add(index, i * minute, counts[i], run, random.of(id + row.text(AVERAGE), i));
            }
          });
    }
    return trace.build(minutes * minute);
  }

  private static TraceFunction function(FunctionId id, int memoryMb) {
    return new TraceFunction(
        new FunctionSpec(id, KIND, memoryMb, 1),
        id.action(),
        TriggerKind.UNKNOWN,
        OptionalLong.empty());
  }

  /** The benchmark of a workload's description in JSON, which is a function of its own. */
  private static String workload(CsvRow row) throws TraceFormatException {
    String text = row.text(WORKLOAD);
    try {
      JsonNode bench = JSON.readTree(text).path("bench");
      if (bench.isTextual() && !bench.textValue().isBlank()) {
        return bench.textValue();
      }
    } catch (JsonProcessingException e) {
      throw row.bad(WORKLOAD + " is no JSON: " + e.getOriginalMessage());
    }
    throw row.bad(WORKLOAD + " has no 'bench', expected the name of a benchmark");
  }
}
