/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** One row of a table; its errors state the file and the line. */
public record CsvRow(CsvTable table, CsvRecord fields) {

  static CsvRow of(CsvTable table, CsvRecord fields) throws TraceFormatException {
    CsvRow row = new CsvRow(table, fields);
    int expected = table.columns().size();
    if (fields.getFieldCount() != expected) {
      throw row.bad(fields.getFieldCount() + " fields, expected " + expected);
    }
    return row;
  }

  /** The value of a column; empty if the table does not have it. */
  public String text(String column) {
    return table.columns().has(column) ? fields.getField(table.columns().index(column)) : "";
  }

  public List<String> texts(List<String> columns) {
    return columns.stream().map(this::text).toList();
  }

  /** A number from 0 to {@code max}. */
  public double amount(String column, double max) throws TraceFormatException {
    String text = text(column).strip();
    OptionalDouble number = NumberText.decimal(text);
    if (number.isEmpty() || !(number.getAsDouble() >= 0 && number.getAsDouble() <= max)) {
      throw bad(
          String.format(
              Locale.ROOT,
              "%s is '%s', expected a number from 0 to %,.0f",
              column,
              TextExcerpt.of(text),
              max));
    }
    return number.getAsDouble();
  }

  /** A whole number from 0 to {@code max}. */
  public int count(int column, int max) throws TraceFormatException {
    String text = fields.getField(column);
    if (text.equals("0")) {
      return 0;
    }
    OptionalLong number = whole(text);
    if (number.isEmpty() || number.getAsLong() < 0 || number.getAsLong() > max) {
      throw bad(
          String.format(
              Locale.ROOT,
              "field %d is '%s', expected a whole number from 0 to %,d",
              column + 1,
              TextExcerpt.of(text),
              max));
    }
    return (int) number.getAsLong();
  }

  /** Programs for tables write whole numbers as 5.0, and nothing for none, if a column has gaps. */
  private static OptionalLong whole(String text) {
    if (text.isBlank()) {
      return OptionalLong.of(0);
    }
    OptionalLong number = NumberText.whole(text);
    OptionalDouble decimal = number.isPresent() ? OptionalDouble.empty() : NumberText.decimal(text);
    return decimal.isPresent()
            && decimal.getAsDouble() == Math.rint(decimal.getAsDouble())
            && Math.abs(decimal.getAsDouble()) < 0x1p53
        ? OptionalLong.of((long) decimal.getAsDouble())
        : number;
  }

  /** The value of a column by its index; empty for a field of blanks. */
  public OptionalDouble amountOrEmpty(int column, double max) throws TraceFormatException {
    String text = fields.getField(column).strip();
    if (text.isEmpty() || text.equalsIgnoreCase("nan")) {
      return OptionalDouble.empty();
    }
    OptionalDouble number = NumberText.decimal(text);
    if (number.isEmpty() || !(number.getAsDouble() >= 0 && number.getAsDouble() <= max)) {
      throw bad(
          String.format(
              Locale.ROOT,
              "field %d is '%s', expected a number from 0 to %,.0f",
              column + 1,
              TextExcerpt.of(text),
              max));
    }
    return number;
  }

  public TraceFormatException bad(String problem) {
    return TraceFormatException.at(table.file().path(), fields.getStartingLineNumber(), problem);
  }
}
