/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.huawei;

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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Huawei Cloud 2023 data set (Joosen et al., "How Does It Function?", SoCC 2023): tables
 * with a row for each minute or second and a column for each function, one file a day.
 *
 * <p>Requests are spread within their period. The table {@code function_delay} gives the run times,
 * in seconds. The limits of memory and CPU are those of all containers of a function together; with
 * the table {@code instances} they become those of one.
 */
public final class Huawei2023Reader implements FormatReader {

  private static final List<String> KEY = List.of("day", "time");

  /** The data set does not tell its dates. */
  private static final Instant START = Instant.parse("2023-01-01T00:00:00Z");

  private static final long DAY = TimeUnit.DAYS.toSeconds(1);
  private static final int MOST_PER_PERIOD = 10_000_000;
  private static final double MOST_SECONDS = Trace.LONGEST.toSeconds();
  private static final double MOST_RUN_SECONDS = TimeUnit.DAYS.toSeconds(14);
  private static final long USUAL_RUN_MICROS = TimeUnit.MILLISECONDS.toMicros(100);
  private static final int USUAL_MEMORY_MB = 256;
  private static final int MOST_MB = 1 << 20;
  private static final String KIND = "huawei";
  private static final String OWNER = "guest";

  @Override
  public String lookedFor() {
    return "a CSV header with day, time, and numbers of functions (0, 1, …)";
  }

  @Override
  public boolean recognises(String firstLine) {
    CsvColumns columns = CsvColumns.parse(firstLine);
    return columns.hasAll(KEY)
        && columns.numbered().size() == columns.size() - KEY.size()
        && columns.size() > KEY.size();
  }

  @Override
  public Trace read(String name, List<TraceFile> files, long seed, ReaderFindings findings)
      throws IOException {
    Map<Huawei2023Content, List<CsvTable>> tables = new EnumMap<>(Huawei2023Content.class);
    for (TraceFile file : files) {
      tables
          .computeIfAbsent(Huawei2023Content.of(file.path()), content -> new ArrayList<>())
          .add(CsvTable.of(file));
    }
    List<CsvTable> requests = tables.getOrDefault(Huawei2023Content.REQUESTS, List.of());
    if (requests.isEmpty()) {
      throw TraceFormatException.of(
          files.get(0).path(),
          "there is no table of requests beside it, expected a file with requests in its name or in"
              + " its folder's");
    }
    return new Load(name, tables, new RandomStreams(seed), findings).read(requests);
  }

  /** The time of a row in seconds. Some files count the seconds of each day from 0. */
  private static long seconds(CsvRow row) throws TraceFormatException {
    long day = (long) row.amount("day", (double) Trace.LONGEST.toDays());
    long time = (long) row.amount("time", MOST_SECONDS);
    return time < day * DAY ? day * DAY + time : time;
  }

  /** The trace that is being read. */
  private static final class Load {

    private final RandomStreams random;
    private final ReaderFindings findings;
    private final Huawei2023Averages delays;
    private final Huawei2023Averages memory;
    private final Huawei2023Averages instances;
    private final Trace.Builder trace;
    private final Map<Integer, Integer> indexes = new HashMap<>();
    private final Map<Integer, Long> runMicros = new HashMap<>();
    private long begin = Long.MAX_VALUE;
    private long end;

    Load(
        String name,
        Map<Huawei2023Content, List<CsvTable>> tables,
        RandomStreams random,
        ReaderFindings findings)
        throws IOException {
      this.random = random;
      this.findings = findings;
      this.trace = new Trace.Builder(name, START);
      delays = averages(tables.get(Huawei2023Content.FUNCTION_DELAY));
      memory = averages(tables.get(Huawei2023Content.MEMORY_LIMIT));
      instances = averages(tables.get(Huawei2023Content.INSTANCES));
    }

    private Huawei2023Averages averages(@Nullable List<CsvTable> tables) throws IOException {
      Huawei2023Averages averages = new Huawei2023Averages();
      if (tables != null) {
        for (CsvTable table : tables) {
          Map<Integer, Integer> columns = table.columns().numbered();
          table.forEachRow(findings, row -> averages.add(row, columns));
        }
      }
      return averages;
    }

    Trace read(List<CsvTable> requests) throws IOException {
      Map<CsvTable, Long> periods = new HashMap<>();
      for (CsvTable table : requests) {
        periods.put(table, period(table));
      }
      for (CsvTable table : requests) {
        addCalls(table, periods.getOrDefault(table, 1L));
      }
      if (memory.isEmpty()) {
        findings.assumeMemoryMb(USUAL_MEMORY_MB);
      } else if (instances.isEmpty()) {
        findings.assume(
            "memory limits are those of all containers of a function together: taken for one, as"
                + " there is no table of instances");
      }
      return trace.build(TimeUnit.SECONDS.toMicros(Math.max(0, end - begin)));
    }

    /** Seconds from one row to the next; a minute if there is but one and no name tells. */
    private long period(CsvTable table) throws IOException {
      long[] lastAndLeast = {-1, Long.MAX_VALUE};
      table.forEachRow(
          new ReaderFindings(true),
          row -> {
            long seconds = seconds(row);
            if (lastAndLeast[0] >= 0 && seconds > lastAndLeast[0]) {
              lastAndLeast[1] = Math.min(lastAndLeast[1], seconds - lastAndLeast[0]);
            }
            lastAndLeast[0] = seconds;
            begin = Math.min(begin, seconds);
          });
      if (lastAndLeast[1] < Long.MAX_VALUE) {
        return Math.min(lastAndLeast[1], TimeUnit.MINUTES.toSeconds(1));
      }
      String path = table.file().path().toString().toLowerCase(Locale.ROOT);
      return path.contains("second") ? 1 : TimeUnit.MINUTES.toSeconds(1);
    }

    private void addCalls(CsvTable table, long period) throws IOException {
      SpreadCalls calls = new SpreadCalls(trace, TimeUnit.SECONDS.toMicros(period));
      Map<Integer, Integer> columns = new TreeMap<>(table.columns().numbered());
      table.forEachRow(
          findings,
          row -> {
            long seconds = seconds(row);
            Map<Integer, Integer> counts = new TreeMap<>();
            for (Map.Entry<Integer, Integer> column : columns.entrySet()) {
              int count = row.count(column.getValue(), MOST_PER_PERIOD);
              if (count > 0) {
                counts.put(column.getKey(), count);
              }
            }
            end = Math.max(end, seconds + period);
            counts.forEach(
                (function, count) ->
                    calls.add(
                        index(function),
                        TimeUnit.SECONDS.toMicros(seconds - begin),
                        count,
                        runMicros.computeIfAbsent(function, this::runMicros),
                        random.of(String.valueOf(function), seconds)));
          });
    }

    private int index(int function) {
      return indexes.computeIfAbsent(
          function,
          number -> {
            FunctionId id = new FunctionId(OWNER, String.valueOf(number), "");
            FunctionSpec spec = new FunctionSpec(id, KIND, memoryMb(number), 1);
            return trace.addFunction(
                new TraceFunction(
                    spec, String.valueOf(number), TriggerKind.UNKNOWN, OptionalLong.empty()));
          });
    }

    private long runMicros(int function) {
      double seconds = delays.of(function).orElse(delays.ofAll().orElse(-1));
      return seconds < 0
          ? findings.assumeRunMicros(USUAL_RUN_MICROS)
          : Math.round(Math.min(seconds, MOST_RUN_SECONDS) * TimeUnit.SECONDS.toMicros(1));
    }

    private int memoryMb(int function) {
      double all = memory.of(function).orElse(memory.ofAll().orElse(-1));
      if (all < 0) {
        return findings.stated().memoryMb().orElse(USUAL_MEMORY_MB);
      }
      double one = all / Math.max(1, instances.of(function).orElse(1));
      return (int) Math.max(1, Math.min(MOST_MB, Math.ceil(one)));
    }
  }
}
