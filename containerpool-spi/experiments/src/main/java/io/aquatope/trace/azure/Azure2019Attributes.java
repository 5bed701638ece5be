/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.azure;

import io.aquatope.trace.azure.Azure2019Table.Content;
import io.aquatope.trace.input.CsvRow;
import io.aquatope.trace.input.ReaderFindings;
import io.aquatope.trace.input.TraceFormatException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The attributes of each function in the tables of one content, by day.
 *
 * <p>A line belongs to a function if it agrees in each of the columns {@code HashOwner}, {@code
 * HashApp} and {@code HashFunction} that it has: the official memory tables name applications only,
 * other files name functions only. Some days lack a table, so a function is looked up in the
 * nearest day that contains it.
 */
final class Azure2019Attributes<T> {

  /** Parses an attribute in a row. */
  @FunctionalInterface
  interface Parser<T> {
    T parse(CsvRow row) throws TraceFormatException;
  }

  /** The values of one table by the columns of its key. */
  private record Day<T>(List<String> key, Map<List<String>, Weighted<T>> values) {

    /** Adds a value; of two lines of one key, the one with more samples counts. */
    boolean add(CsvRow row, T value) throws TraceFormatException {
      List<String> names = row.texts(key);
      double weight = samples(row);
      Weighted<T> known = values.get(names);
      if (known == null || weight > known.weight) {
        values.put(names, new Weighted<>(value, weight));
      }
      return known == null;
    }

    private static double samples(CsvRow row) throws TraceFormatException {
      for (String column : SAMPLES) {
        if (!row.text(column).isBlank()) {
          return row.amount(column, MOST_SAMPLES);
        }
      }
      return 0;
    }
  }

  private record Weighted<T>(T value, double weight) {}

  /** Columns with the number of samples of a line. */
  private static final List<String> SAMPLES = List.of("Count", "SampleCount");

  private static final double MOST_SAMPLES = 1e12;

  private final NavigableMap<Integer, Day<T>> days = new TreeMap<>();

  private Azure2019Attributes() {}

  static <T> Azure2019Attributes<T> read(
      Azure2019Tables tables, Content content, Parser<T> parser, ReaderFindings findings)
      throws IOException {
    Azure2019Attributes<T> attributes = new Azure2019Attributes<>();
    for (Azure2019Table table : tables.of(content).values()) {
      Day<T> day = new Day<>(tables.key(table), new HashMap<>());
      long[] further = {0};
      table
          .csv()
          .forEachRow(
              findings,
              row -> {
                if (!day.add(row, parser.parse(row))) {
                  further[0]++;
                }
              });
      if (further[0] > 0) {
        findings.remark(
            String.format(
                Locale.ROOT,
                "%s: %,d %s for %s that had one before: of each, the line with more samples counts",
                table.file().path(),
                further[0],
                further[0] == 1 ? "line" : "lines",
                day.key));
      }
      if (day.values.isEmpty()) {
        throw TraceFormatException.of(table.file().path(), "has no line that can be used");
      }
      attributes.days.put(table.day(), day);
    }
    return attributes;
  }

  /** The attribute of the function in a row of invocations of a day. */
  Optional<T> find(int day, CsvRow function) {
    return days.keySet().stream()
        .sorted(Comparator.comparingInt(other -> Math.abs(other - day)))
        .map(days::get)
        .flatMap(near -> Optional.ofNullable(near.values.get(function.texts(near.key))).stream())
        .map(Weighted::value)
        .findFirst();
  }

  Collection<T> all() {
    List<T> all = new ArrayList<>();
    days.values().forEach(day -> day.values.values().forEach(one -> all.add(one.value)));
    return all;
  }
}
