/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli.output;

import io.aquatope.report.Table;
import io.aquatope.report.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Builder of a table with one row for each method, column by column. */
final class MethodTable<M> {

  private final List<Column> columns = new ArrayList<>();
  private final List<Function<M, String>> cells = new ArrayList<>();

  MethodTable(Function<M, String> name) {
    columns.add(Column.text("Method"));
    cells.add(name);
  }

  MethodTable<M> column(String title, Function<M, String> cell) {
    columns.add(Column.number(title));
    cells.add(cell);
    return this;
  }

  /** Adds a column of numbers, as a {@link String#format} shows them. */
  MethodTable<M> column(String title, String format, ToDoubleFunction<M> value) {
    return column(title, m -> String.format(Locale.ROOT, format, value.applyAsDouble(m)));
  }

  Table of(List<M> methods) {
    return new Table(
        List.copyOf(columns),
        methods.stream().map(m -> cells.stream().map(cell -> cell.apply(m)).toList()).toList());
  }
}
