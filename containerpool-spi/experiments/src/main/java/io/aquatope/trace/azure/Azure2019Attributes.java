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
  private record Day<T>(List<String> key, Map<List<String>, T> values) {

    void add(CsvRow row, T value) throws TraceFormatException {
      if (values.putIfAbsent(row.texts(key), value) != null) {
        throw row.bad(
            String.format(Locale.ROOT, "second line for %s %s, expected one", key, row.texts(key)));
      }
    }
  }

  private final NavigableMap<Integer, Day<T>> days = new TreeMap<>();

  private Azure2019Attributes() {}

  static <T> Azure2019Attributes<T> read(
      Azure2019Tables tables, Content content, Parser<T> parser, ReaderFindings findings)
      throws IOException {
    Azure2019Attributes<T> attributes = new Azure2019Attributes<>();
    for (Azure2019Table table : tables.of(content).values()) {
      Day<T> day = new Day<>(tables.key(table), new HashMap<>());
      table.csv().forEachRow(findings, row -> day.add(row, parser.parse(row)));
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
        .findFirst();
  }

  Collection<T> all() {
    List<T> all = new ArrayList<>();
    days.values().forEach(day -> all.addAll(day.values.values()));
    return all;
  }
}
