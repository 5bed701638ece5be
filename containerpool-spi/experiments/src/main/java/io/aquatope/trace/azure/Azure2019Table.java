/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.azure;

import com.google.common.collect.ImmutableList;
import io.aquatope.trace.input.CsvColumns;
import io.aquatope.trace.input.CsvTable;
import io.aquatope.trace.input.TraceFile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the tables of the Azure Functions 2019 data set.
 *
 * @param day of the data set, from 1: the number in {@code .d01.} of the official file names, 1 for
 *     files with other names
 */
record Azure2019Table(Content content, int day, CsvTable csv) {

  /** Contents of a table, recognised by its columns. */
  enum Content {
    INVOCATIONS("HashFunction and minutes of the day (1, 2, …)", List.of("HashFunction")),
    DURATIONS(
        "HashFunction and percentile_Average_0 … percentile_Average_100",
        DurationPercentiles.LEVELS.stream().map(Azure2019Table::durationColumn).toList()),
    MEMORY(
        "HashFunction or HashApp, and " + Azure2019Table.MEMORY_COLUMN,
        List.of(Azure2019Table.MEMORY_COLUMN));

    private final String lookedFor;
    private final ImmutableList<String> needed;

    Content(String lookedFor, List<String> needed) {
      this.lookedFor = lookedFor;
      this.needed = ImmutableList.copyOf(needed);
    }

    String lookedFor() {
      return lookedFor;
    }

    static Optional<Content> of(CsvColumns columns) {
      if (KEY.stream().noneMatch(columns::has)) {
        return Optional.empty();
      }
      for (Content content : List.of(MEMORY, DURATIONS, INVOCATIONS)) {
        if (columns.hasAll(content.needed)
            && (content != INVOCATIONS || !columns.numbered().isEmpty())) {
          return Optional.of(content);
        }
      }
      return Optional.empty();
    }
  }

  /** The columns that name a function; files leave out some. */
  static final List<String> KEY = List.of("HashOwner", "HashApp", "HashFunction");

  static final String MEMORY_COLUMN = "AverageAllocatedMb";

  /** The data set begins on this day. */
  private static final LocalDate FIRST_DAY = LocalDate.of(2019, 7, 15);

  private static final Pattern DAY = Pattern.compile("[._-]d(?:ay)?[_-]?(\\d{1,3})[._-]");

  static String durationColumn(int level) {
    return "percentile_Average_" + level;
  }

  static Azure2019Table of(TraceFile file) throws IOException {
    CsvTable csv = CsvTable.of(file);
    Content content =
        Content.of(csv.columns())
            .orElseThrow(() -> new IllegalArgumentException(file + " was not recognised before"));
    Matcher name = DAY.matcher(file.path().getFileName().toString());
    return new Azure2019Table(content, name.find() ? Integer.parseInt(name.group(1)) : 1, csv);
  }

  LocalDate date() {
    return FIRST_DAY.plusDays(day - 1L);
  }

  TraceFile file() {
    return csv.file();
  }
}
