/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

import io.aquatope.trace.DemandSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads tables of the demand of each application and minute of a day: {@code
 * HashApp,…,average_mem_mb,…,1,…,1440}. Such tables were derived from the Azure Functions 2019 data
 * set for the evaluation of FeMux. They are no traces: they do not contain single activations.
 */
public final class ContainersPerMinute {

  private static final String NAME = "HashApp";
  private static final String MEMORY = "average_mem_mb";

  /** The first day of the data set. */
  private static final Instant MIDNIGHT = Instant.parse("2019-07-15T00:00:00Z");

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MOST = 1_000_000;
  private static final int MOST_MB = 1 << 20;

  private ContainersPerMinute() {}

  /**
   * Whether a file, packed with gzip or not, begins with the header of such a table.
   *
   * @throws TraceFormatException if the file is missing or empty
   */
  public static boolean recognises(Path path) throws IOException {
    List<TraceFile> files = TraceFile.in(path);
    if (files.size() > 1) {
      return false;
    }
    List<String> header = List.of(files.get(0).start().split(","));
    return header.containsAll(List.of(NAME, MEMORY)) && !header.contains("HashFunction");
  }

  /**
   * Reads a table, packed with gzip or not.
   *
   * @return the demand of each application, in the order of the lines; arrivals are not known
   * @throws TraceFormatException if the file is missing or malformed
   */
  public static List<DemandSeries> read(Path path) throws IOException {
    CsvTable table = CsvTable.of(TraceFile.in(path).get(0));
    Map<Integer, Integer> minutes = new TreeMap<>(table.columns().numbered());
    if (!table.columns().hasAll(List.of(NAME, MEMORY)) || minutes.isEmpty()) {
      throw TraceFormatException.of(
          path,
          String.format(
              Locale.ROOT,
              "expected a CSV header with %s, %s and minutes (1, 2, …)",
              NAME,
              MEMORY));
    }
    int[] columns = minutes.values().stream().mapToInt(Integer::intValue).toArray();
    Instant start = MIDNIGHT.plus(WINDOW.multipliedBy(minutes.keySet().iterator().next() - 1L));
    List<DemandSeries> series = new ArrayList<>();
    table.forEachRow(
        new ReaderFindings(false),
        row -> {
          int[] peaks = new int[columns.length];
          for (int i = 0; i < peaks.length; i++) {
            peaks[i] = row.count(columns[i], MOST);
          }
          int memoryMb = (int) Math.ceil(row.amount(MEMORY, MOST_MB));
          series.add(
              new DemandSeries(
                  row.text(NAME), Math.max(1, memoryMb), start, WINDOW, peaks, Optional.empty()));
        });
    return series;
  }
}
