/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.report;

import com.google.common.base.Preconditions;
import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of formatted text, for a page or a terminal. */
public record Table(List<Column> columns, List<List<String>> rows) implements ReportBlock {

  /**
   * A column.
   *
   * @param number whether it holds numbers, which are flush right
   */
  public record Column(String name, boolean number) {

    /** A column of words. */
    public static Column text(String name) {
      return new Column(name, false);
    }

    /** A column of numbers. The name should include the unit. */
    public static Column number(String name) {
      return new Column(name, true);
    }

    private String pad(String value, int width) {
      return number ? Strings.padStart(value, width, ' ') : Strings.padEnd(value, width, ' ');
    }
  }

  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (List<String> row : rows) {
      Preconditions.checkArgument(
          row.size() == columns.size(), "row %s, expected %s columns", row, columns.size());
    }
  }

  /** Aligned lines for a terminal, each with its line end. */
  public String toText() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(columns.stream().map(Column::name).toList());
    lines.addAll(rows);
    int[] widths =
        IntStream.range(0, columns.size())
            .map(c -> lines.stream().mapToInt(line -> line.get(c).length()).max().orElse(0))
            .toArray();
    return lines.stream()
        .map(
            line ->
                IntStream.range(0, columns.size())
                    .mapToObj(c -> columns.get(c).pad(line.get(c), widths[c]))
                    .collect(Collectors.joining("  "))
                    .stripTrailing())
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
