/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.azure;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.trace.Trace;
import io.aquatope.trace.TraceFunction;
import io.aquatope.trace.TriggerKind;
import io.aquatope.trace.input.CsvColumns;
import io.aquatope.trace.input.CsvRow;
import io.aquatope.trace.input.CsvTable;
import io.aquatope.trace.input.FormatReader;
import io.aquatope.trace.input.ReaderFindings;
import io.aquatope.trace.input.TraceFile;
import io.aquatope.trace.input.TraceFormatException;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Azure Functions 2021 data set (Zhang et al., "Faster and Cheaper Serverless Computing
 * on Harvested Resources", SOSP 2021): one line for each invocation, with its end and duration in
 * seconds.
 *
 * <p>An invocation arrives at its end minus its duration. If rounding puts the arrival before the
 * data set begins, it is moved to the begin. The data set does not contain memory. Extracts may
 * have a column of it; otherwise each function has the 170 MB that the authors of the 2019 data
 * found to be the median of applications.
 */
public final class Azure2021Reader implements FormatReader {

  private static final List<String> COLUMNS = List.of("app", "func", "end_timestamp", "duration");

  /** Timestamps count from here. */
  private static final Instant START = Instant.parse("2021-01-31T00:00:00Z");

  /** More is an error in the file, which covers two weeks. */
  private static final double MOST_SECONDS = Trace.LONGEST.toSeconds();

  private static final double MICROS_PER_SECOND = 1e6;

  private static final String KIND = "azure";
  private static final String OWNER = "guest";
  private static final int MEMORY_MB = 170;

  /** Names of a column of memory in MB, which extracts of the data set may have. */
  private static final List<String> MEMORY =
      List.of("memory", "memory_mb", "memoryMb", "memory_mib", "mem", "mem_mb");

  private static final Pattern POOL = Pattern.compile("pool\\d+-\\d+-(\\d{1,6})$");

  /** One terabyte: more is an error in the file. */
  private static final double MOST_MB = 1 << 20;

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
    Map<FunctionId, Integer> memoryMb = memoryMb(files);
    Trace.Builder trace = new Trace.Builder(name, START);
    Map<FunctionId, Integer> indexes = new HashMap<>();
    long[] end = {0};
    for (TraceFile file : files) {
      CsvTable.of(file)
          .forEachRow(
              findings,
              row -> {
                long endMicros = micros(row, "end_timestamp");
                long runs = micros(row, "duration");
                FunctionId id = id(row);
                int function =
                    indexes.computeIfAbsent(
                        id,
                        added ->
                            trace.addFunction(function(added, row, memoryMb.get(added), findings)));
                trace.add(function, Math.max(0, endMicros - runs), runs);
                end[0] = Math.max(end[0], endMicros);
              });
    }
    return trace.build(end[0]);
  }

  private static long micros(CsvRow row, String column) throws TraceFormatException {
    return Math.round(MICROS_PER_SECOND * row.amount(column, MOST_SECONDS));
  }

  // A function's name is unique within its application only.
  private static FunctionId id(CsvRow row) {
    return new FunctionId(OWNER, row.text("app") + "/" + row.text("func"), "");
  }

  /** The most memory of the lines of each function: a container has to have room for all calls. */
  private static Map<FunctionId, Integer> memoryMb(List<TraceFile> files) throws IOException {
    Map<FunctionId, Integer> most = new HashMap<>();
    for (TraceFile file : files) {
      CsvTable table = CsvTable.of(file);
      Optional<String> column = MEMORY.stream().filter(table.columns()::has).findFirst();
      // The lines that are bad are found again, and reported, when the calls are read.
      table.forEachRow(
          new ReaderFindings(true),
          row -> {
            if (column.isPresent() && !row.text(column.get()).isBlank()) {
              int memory = (int) Math.ceil(row.amount(column.get(), MOST_MB));
              most.merge(id(row), Math.max(1, memory), Math::max);
            } else {
              poolMemoryMb(row.text("func")).ifPresent(memory -> most.put(id(row), memory));
            }
          });
    }
    return most;
  }

  /** The memory in a function's name that ends with its pool, as in extracts of Huawei's trace. */
  private static OptionalInt poolMemoryMb(String function) {
    Matcher pool = POOL.matcher(function);
    return pool.find() ? OptionalInt.of(Integer.parseInt(pool.group(1))) : OptionalInt.empty();
  }

  private static TraceFunction function(
      FunctionId id, CsvRow row, @Nullable Integer memoryMb, ReaderFindings findings) {
    int memory = memoryMb == null ? findings.assumeMemoryMb(MEMORY_MB) : memoryMb;
    FunctionSpec spec = new FunctionSpec(id, KIND, memory, 1);
    return new TraceFunction(spec, row.text("app"), TriggerKind.UNKNOWN, OptionalLong.empty());
  }
}
