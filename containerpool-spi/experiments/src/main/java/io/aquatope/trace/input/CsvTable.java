/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** A CSV file whose first line names the columns. */
public record CsvTable(TraceFile file, CsvColumns columns) {

  /** Processes a row; throws errors of the row before it has any effect. */
  @FunctionalInterface
  public interface RowReader {
    void read(CsvRow row) throws TraceFormatException;
  }

  public static CsvTable of(TraceFile file) throws IOException {
    CsvColumns columns = CsvColumns.parse(file.start());
    if (columns.ambiguous().isPresent()) {
      throw TraceFormatException.of(
          file.path(),
          String.format(
              Locale.ROOT,
              "the header has the column '%s' twice, expected it once",
              TextExcerpt.of(columns.ambiguous().get())));
    }
    return new CsvTable(file, columns);
  }

  /** Reads each row after the header. */
  public void forEachRow(ReaderFindings findings, RowReader reader) throws IOException {
    long line = 1;
    try (CloseableIterator<CsvRecord> records = open()) {
      if (records.hasNext()) {
        records.next();
      }
      while (records.hasNext()) {
        CsvRecord fields = records.next();
        line = fields.getStartingLineNumber();
        try {
          reader.read(CsvRow.of(this, fields));
        } catch (TraceFormatException e) {
          findings.badLine(e);
        } catch (IllegalArgumentException e) {
          throw TraceFormatException.at(file.path(), line, String.valueOf(e.getMessage()));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof TraceFormatException known
          ? known
          : TraceFormatException.at(
              file.path(), line, "cannot be read beyond this line: " + e.getMessage());
    } catch (CsvParseException e) {
      throw TraceFormatException.at(
          file.path(), line, "no CSV beyond this line: " + e.getMessage());
    }
  }

  // The number of fields is checked for each row, so one bad row can be skipped.
  private CloseableIterator<CsvRecord> open() throws IOException {
    return CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .detectBomHeader(false)
        .ofCsvRecord(file.open())
        .iterator();
  }
}
