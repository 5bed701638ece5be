/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.forecast;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.aquatope.models.forecast.Trigger;
import io.aquatope.models.forecast.Window;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads demand series from a directory in the Azure Functions 2019 format ({@code invocations.csv}
 * and {@code durations.csv}, gzipped or not), or from a file that gives containers per minute
 * ({@code HashApp} and one column per minute). Minute columns are named by their minute of the day,
 * starting at 1.
 */
public final class DemandTrace {

  private final long seed;

  /**
   * Reads with a seed.
   *
   * @param seed of the arrival times within minutes and of the durations; the same seed gives the
   *     same series
   */
  public DemandTrace(long seed) {
    this.seed = seed;
  }

  /**
   * All series of a trace.
   *
   * @throws IOException if a file cannot be read, or does not hold what is expected; the message
   *     names file and line
   */
  public List<DemandSeries> read(Path path) throws IOException {
    return Files.isDirectory(path) ? invocations(path) : containers(path);
  }

  private List<DemandSeries> invocations(Path directory) throws IOException {
    Path file = find(directory, "invocations.csv");
    Map<String, Durations> durations = durations(find(directory, "durations.csv"));
    List<DemandSeries> series = new ArrayList<>();
    for (Row row : Row.all(file)) {
      String function = row.text("HashFunction");
      Trigger trigger = Trigger.of(row.text("Trigger"));
      Durations duration = durations.get(function);
      if (duration == null) {
        throw row.error("function " + function + " has no line in durations.csv");
      }
      int[] calls = row.minutes();
      SplittableRandom random = new SplittableRandom(seed ^ function.hashCode());
      int[] peaks = PeakDemand.of(calls, duration, trigger, random);
      String owner = row.has("HashOwner") ? row.text("HashOwner") : function;
      series.add(new DemandSeries(function, owner, trigger, row.windows(calls, peaks)));
    }
    return series;
  }

  private static Map<String, Durations> durations(Path file) throws IOException {
    Map<String, Durations> durations = new HashMap<>();
    for (Row row : Row.all(file)) {
      double[] milliseconds = new double[Durations.LEVELS.length];
      for (int i = 0; i < milliseconds.length; i++) {
        milliseconds[i] = row.number("percentile_Average_" + Durations.LEVELS[i]);
      }
      durations.put(row.text("HashFunction"), new Durations(milliseconds));
    }
    return durations;
  }

  private static List<DemandSeries> containers(Path file) throws IOException {
    List<DemandSeries> series = new ArrayList<>();
    for (Row row : Row.all(file)) {
      int[] peaks = row.minutes();
      String app = row.text("HashApp");
      series.add(new DemandSeries(app, app, Trigger.UNKNOWN, row.windows(peaks, peaks)));
    }
    return series;
  }

  private static Path find(Path directory, String name) throws IOException {
    for (Path file : List.of(directory.resolve(name), directory.resolve(name + ".gz"))) {
      if (Files.exists(file)) {
        return file;
      }
    }
    throw new IOException(directory + ": expected " + name + " or " + name + ".gz in it");
  }

  /** A line of a file with a header. */
  private record Row(Path file, NamedCsvRecord fields, List<String> minuteColumns) {

    static List<Row> all(Path file) throws IOException {
      List<Row> rows = new ArrayList<>();
      try (InputStream raw = Files.newInputStream(file);
          InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
          Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
          CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
        List<String> minutes = new ArrayList<>();
        for (NamedCsvRecord fields : csv) {
          if (rows.isEmpty()) {
            fields.getHeader().stream()
                .filter(name -> name.chars().allMatch(Character::isDigit))
                .forEach(minutes::add);
          }
          rows.add(new Row(file, fields, minutes));
        }
      }
      if (rows.isEmpty()) {
        throw new IOException(file + ": expected a header and at least one line");
      }
      return rows;
    }

    boolean has(String column) {
      return fields.getHeader().contains(column);
    }

    String text(String column) throws IOException {
      if (!has(column)) {
        throw error("expected a column " + column);
      }
      return fields.getField(column);
    }

    double number(String column) throws IOException {
      String text = text(column);
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw error("expected a number in column " + column + ", found '" + text + "'", e);
      }
    }

    int[] minutes() throws IOException {
      if (minuteColumns.isEmpty()) {
        throw error("expected columns named by minutes of the day");
      }
      int[] counts = new int[minuteColumns.size()];
      for (int i = 0; i < counts.length; i++) {
        double count = number(minuteColumns.get(i));
        if (!(count >= 0 && count <= Integer.MAX_VALUE)) {
          throw error("expected a count in column " + minuteColumns.get(i) + ", found " + count);
        }
        counts[i] = (int) Math.ceil(count);
      }
      return counts;
    }

    List<Window> windows(int[] arrivals, int[] peaks) {
      long first = Long.parseLong(minuteColumns.get(0)) - 1;
      List<Window> windows = new ArrayList<>();
      for (int i = 0; i < peaks.length; i++) {
        windows.add(new Window(first + i, arrivals[i], peaks[i]));
      }
      return windows;
    }

    IOException error(String message) {
      return error(message, null);
    }

    IOException error(String message, @Nullable Throwable cause) {
      return new IOException(
          file + " line " + fields.getStartingLineNumber() + ": " + message, cause);
    }
  }
}
