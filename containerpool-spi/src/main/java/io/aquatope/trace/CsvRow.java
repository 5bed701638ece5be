/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace;

import com.google.common.primitives.Doubles;
import com.google.common.primitives.Longs;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;

/** One row of a table, with errors that say where it is. */
record CsvRow(CsvTable table, CsvRecord fields) {

  static CsvRow of(CsvTable table, CsvRecord fields) throws TraceFormatException {
    CsvRow row = new CsvRow(table, fields);
    int expected = table.columns().size();
    if (fields.getFieldCount() != expected) {
      throw row.bad(fields.getFieldCount() + " fields, expected " + expected);
    }
    return row;
  }

  /** The value of a column; empty if the table does not have it. */
  String text(String column) {
    return table.columns().has(column) ? fields.getField(table.columns().index(column)) : "";
  }

  List<String> texts(List<String> columns) {
    return columns.stream().map(this::text).toList();
  }

  /** A number from 0 to {@code max}. */
  double amount(String column, double max) throws TraceFormatException {
    String text = text(column).strip();
    Double number = Doubles.tryParse(text);
    if (number == null || !(number >= 0 && number <= max)) {
      throw bad("%s is '%s', expected a number from 0 to %,.0f".formatted(column, text, max));
    }
    return number;
  }

  /** A whole number from 0 to {@code max}. */
  int count(int column, int max) throws TraceFormatException {
    String text = fields.getField(column);
    if (text.equals("0")) {
      return 0;
    }
    Long number = Longs.tryParse(text.strip());
    if (number == null || number < 0 || number > max) {
      throw bad(
          "field %d is '%s', expected a whole number from 0 to %,d"
              .formatted(column + 1, text, max));
    }
    return number.intValue();
  }

  TraceFormatException bad(String problem) {
    return TraceFormatException.at(table.file().path(), fields.getStartingLineNumber(), problem);
  }
}
