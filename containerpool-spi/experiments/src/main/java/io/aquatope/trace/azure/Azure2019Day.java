/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.azure;

import io.aquatope.trace.input.ReaderFindings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The invocations of one day: a table with a column of counts for each minute.
 *
 * <p>Minutes are counted from 1: the column {@code 1} is the minute from 00:00 to 00:01. Files that
 * hold a part of a day keep the official numbers (calls of hourly timers are in the columns 1, 61,
 * 121 …). Only a table with a column {@code 0} is counted from 0.
 *
 * @param columnByMinute the column of counts by the time at which its minute begins
 */
record Azure2019Day(Azure2019Table table, NavigableMap<Instant, Integer> columnByMinute) {

  /** More calls than a platform can start in a minute; a larger count is an error in the file. */
  private static final int MOST_PER_MINUTE = 10_000_000;

  static Azure2019Day of(Azure2019Table table) {
    Map<Integer, Integer> numbered = table.csv().columns().numbered();
    int first = numbered.containsKey(0) ? 0 : 1;
    Instant midnight = table.date().atStartOfDay().toInstant(ZoneOffset.UTC);
    NavigableMap<Instant, Integer> columns = new TreeMap<>();
    numbered.forEach(
        (minute, column) -> columns.put(midnight.plus(Duration.ofMinutes(minute - first)), column));
    return new Azure2019Day(table, columns);
  }

  Instant begin() {
    return columnByMinute.firstKey();
  }

  Instant end() {
    return columnByMinute.lastKey().plus(Duration.ofMinutes(1));
  }

  /** Adds the calls of each function on this day to the trace. */
  void addCalls(Azure2019Functions functions, Instant traceStart, ReaderFindings findings)
      throws IOException {
    int[] columns = columnByMinute.values().stream().mapToInt(Integer::intValue).toArray();
    long[] begins =
        columnByMinute.keySet().stream()
            .mapToLong(minute -> ChronoUnit.MICROS.between(traceStart, minute))
            .toArray();
    table
        .csv()
        .forEachRow(
            findings,
            row -> {
              int[] counts = new int[columns.length];
              for (int i = 0; i < counts.length; i++) {
                counts[i] = row.count(columns[i], MOST_PER_MINUTE);
              }
              functions.addCalls(table.day(), row, begins, counts);
            });
  }
}
