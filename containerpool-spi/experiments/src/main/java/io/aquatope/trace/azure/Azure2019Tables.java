/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.azure;

import com.google.common.collect.TreeBasedTable;
import io.aquatope.trace.azure.Azure2019Table.Content;
import io.aquatope.trace.input.StatedAssumptions;
import io.aquatope.trace.input.TraceFile;
import io.aquatope.trace.input.TraceFormatException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * The tables of one or several days of the Azure Functions 2019 data set; each content is present.
 */
record Azure2019Tables(TreeBasedTable<Content, Integer, Azure2019Table> byContentAndDay) {

  /**
   * The tables in files.
   *
   * @param stated for a table that is missing
   */
  static Azure2019Tables of(List<TraceFile> files, StatedAssumptions stated) throws IOException {
    TreeBasedTable<Content, Integer, Azure2019Table> tables = TreeBasedTable.create();
    for (TraceFile file : files) {
      Azure2019Table table = Azure2019Table.of(file);
      Azure2019Table other = tables.put(table.content(), table.day(), table);
      if (other != null) {
        throw TraceFormatException.of(
            file.path(),
            String.format(
                Locale.ROOT,
                "is a second table of %s of day %d, next to %s; .d01. in a name states the day",
                table.content(),
                table.day(),
                other.file().path()));
      }
    }
    for (Content content : Content.values()) {
      if (!tables.containsRow(content) && !isStated(content, stated)) {
        throw TraceFormatException.of(
            files.get(0).path(),
            String.format(
                Locale.ROOT,
                "there is no table of %s beside it, expected a CSV file with the columns %s%s",
                content,
                content.lookedFor(),
                option(content)));
      }
    }
    return new Azure2019Tables(tables);
  }

  private static boolean isStated(Content content, StatedAssumptions stated) {
    return switch (content) {
      case INVOCATIONS -> false;
      case DURATIONS -> stated.runMicros().isPresent();
      case MEMORY -> stated.memoryMb().isPresent();
    };
  }

  private static String option(Content content) {
    return switch (content) {
      case INVOCATIONS -> "";
      case DURATIONS -> ", or --duration with a run time for all calls";
      case MEMORY -> ", or --function-memory with the memory of all functions";
    };
  }

  /** The tables of one content by day. */
  SortedMap<Integer, Azure2019Table> of(Content content) {
    return byContentAndDay.row(content);
  }

  /**
   * The columns by which the lines of a table are joined with the invocations.
   *
   * @throws TraceFormatException if there are none
   */
  List<String> key(Azure2019Table table) throws TraceFormatException {
    List<String> key = new ArrayList<>(Azure2019Table.KEY);
    key.removeIf(column -> !table.csv().columns().has(column));
    for (Azure2019Table invocations : of(Content.INVOCATIONS).values()) {
      key.removeIf(column -> !invocations.csv().columns().has(column));
    }
    if (key.isEmpty()) {
      throw TraceFormatException.of(
          table.file().path(),
          String.format(
              Locale.ROOT,
              "has none of the columns %s in common with the invocations",
              Azure2019Table.KEY));
    }
    return key;
  }
}
