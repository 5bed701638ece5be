/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.huawei;

import com.google.common.math.Quantiles;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.trace.Trace;
import io.aquatope.trace.TraceFunction;
import io.aquatope.trace.TriggerKind;
import io.aquatope.trace.input.CsvColumns;
import io.aquatope.trace.input.CsvTable;
import io.aquatope.trace.input.FormatReader;
import io.aquatope.trace.input.ReaderFindings;
import io.aquatope.trace.input.TraceFile;
import io.aquatope.trace.input.TraceFormatException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Reads the Huawei Cloud 2025 data set (Joosen et al., "Serverless Cold Starts and Where to Find
 * Them", EuroSys 2025): a line for each request, a line for each cold start, and the runtimes of
 * functions.
 *
 * <p>A request is logged at its end, so it arrives at that time less its whole cost. It runs for
 * the cost of the worker. Cold starts give each function its start time, their median. A table of
 * cold starts alone is read as the requests that caused them.
 */
public final class Huawei2025Reader implements FormatReader {

  private static final List<String> REQUESTS =
      List.of("time_worker", "funcName", "userID", "podID", "totalCost_worker");
  private static final List<String> COLD_STARTS =
      List.of("time", "funcName", "userID", "podID", "totalCost_cold_start");
  private static final List<String> RUNTIMES = List.of("funcID", "runtime");

  /** The data set does not tell its dates. */
  private static final Instant START = Instant.parse("2023-01-01T00:00:00Z");

  private static final long MINUTE = TimeUnit.MINUTES.toMicros(1);
  private static final long DAY = TimeUnit.DAYS.toMicros(1);
  private static final long USUAL_RUN_MICROS = TimeUnit.MILLISECONDS.toMicros(100);
  private static final int USUAL_MEMORY_MB = 256;
  private static final String KIND = "huawei";

  private record Call(FunctionId function, long atMicros, long runMicros) {}

  private record Properties(OptionalInt memoryMb, String funcId) {}

  @Override
  public String lookedFor() {
    return "the CSV header " + String.join(",", REQUESTS) + " or " + String.join(",", COLD_STARTS);
  }

  @Override
  public boolean recognises(String firstLine) {
    CsvColumns columns = CsvColumns.parse(firstLine);
    return columns.hasAll(REQUESTS) || columns.hasAll(COLD_STARTS) || columns.hasAll(RUNTIMES);
  }

  @Override
  public Trace read(String name, List<TraceFile> files, long seed, ReaderFindings findings)
      throws IOException {
    Load load = new Load(findings);
    List<CsvTable> coldStarts = new ArrayList<>();
    boolean hasRequests = false;
    for (TraceFile file : files) {
      CsvTable table = CsvTable.of(file);
      if (table.columns().hasAll(REQUESTS)) {
        hasRequests = true;
        table.forEachRow(findings, row -> load.addRequest(new Huawei2025Row(row)));
      } else if (table.columns().hasAll(COLD_STARTS)) {
        coldStarts.add(table);
      } else {
        table.forEachRow(
            findings, row -> load.runtimes.put(row.text("funcID"), row.text("runtime")));
      }
    }
    for (CsvTable table : coldStarts) {
      boolean isLoad = !hasRequests;
      table.forEachRow(findings, row -> load.addColdStart(new Huawei2025Row(row), isLoad));
    }
    if (!hasRequests && !coldStarts.isEmpty()) {
      findings.assume(
          "there is no table of requests: only those that caused cold starts are in the load");
    }
    return load.trace(name);
  }

  /** The requests and starts that were read. */
  private static final class Load {

    private final ReaderFindings findings;
    private final List<Call> calls = new ArrayList<>();
    private final Map<FunctionId, Properties> functions = new HashMap<>();
    private final Map<FunctionId, List<Double>> starts = new HashMap<>();
    private final Map<String, String> runtimes = new HashMap<>();

    Load(ReaderFindings findings) {
      this.findings = findings;
    }

    void addRequest(Huawei2025Row row) throws TraceFormatException {
      FunctionId function = row.function();
      long run = row.micros("totalCost_worker");
      long end = row.micros("time_frontend", "time_worker");
      long whole = row.micros("totalCost_frontend", "totalCost_worker");
      functions.putIfAbsent(function, new Properties(row.memoryMb(), row.funcId()));
      calls.add(new Call(function, Math.max(0, end - whole), run));
    }

    void addColdStart(Huawei2025Row row, boolean isLoad) throws TraceFormatException {
      FunctionId function = row.function();
      double seconds = row.seconds("totalCost_cold_start").orElse(0);
      long at = row.micros("time");
      long day = Math.round(row.seconds("day").orElse(0));
      if (isLoad) {
        long inDays = at < day * DAY ? day * DAY + at : at;
        functions.putIfAbsent(function, new Properties(row.memoryMb(), row.funcId()));
        calls.add(new Call(function, inDays, findings.assumeRunMicros(USUAL_RUN_MICROS)));
      }
      starts.computeIfAbsent(function, added -> new ArrayList<>()).add(seconds);
    }

    Trace trace(String name) {
      long first = calls.stream().mapToLong(Call::atMicros).min().orElse(0);
      long begin = first - first % MINUTE;
      Trace.Builder trace =
          new Trace.Builder(name, START.plusMillis(TimeUnit.MICROSECONDS.toMillis(begin)));
      Map<FunctionId, Integer> indexes = new HashMap<>();
      long end = 0;
      for (Call call : calls) {
        int index =
            indexes.computeIfAbsent(call.function, id -> trace.addFunction(traceFunction(id)));
        trace.add(index, call.atMicros - begin, call.runMicros);
        end = Math.max(end, call.atMicros - begin + call.runMicros);
      }
      return trace.build(end);
    }

    private TraceFunction traceFunction(FunctionId id) {
      Properties properties = functions.getOrDefault(id, new Properties(OptionalInt.empty(), ""));
      int memory =
          properties.memoryMb.isPresent()
              ? properties.memoryMb.getAsInt()
              : findings.assumeMemoryMb(USUAL_MEMORY_MB);
      String kind = runtimes.getOrDefault(properties.funcId, "");
      FunctionSpec spec = new FunctionSpec(id, kind.isBlank() ? KIND : kind, memory, 1);
      return new TraceFunction(spec, id.action(), TriggerKind.UNKNOWN, coldStart(id));
    }

    private OptionalLong coldStart(FunctionId id) {
      List<Double> seconds = starts.getOrDefault(id, List.of());
      return seconds.isEmpty()
          ? OptionalLong.empty()
          : OptionalLong.of(
              Math.round(Quantiles.median().compute(seconds) * TimeUnit.SECONDS.toMicros(1)));
    }
  }
}
