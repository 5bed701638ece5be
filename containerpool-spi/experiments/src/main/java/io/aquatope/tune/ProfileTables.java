/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.aquatope.models.workflow.MeasuredStage;
import io.aquatope.models.workflow.StageConfiguration;
import io.aquatope.models.workflow.StageRun;
import io.aquatope.models.workflow.StageSpace;
import io.aquatope.trace.input.TraceFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipException;

/**
 * Tables of measurements: for each function, input and instance type, the repetitions of each
 * configuration, as {@link ProfileFormat} and {@link ProfileJson} describe them.
 */
public final class ProfileTables {

  private static final Comparator<StageConfiguration> ORDER =
      Comparator.comparingDouble(StageConfiguration::cores)
          .thenComparingDouble(StageConfiguration::memoryGib);

  private final Map<ProfileKey, TreeMap<StageConfiguration, List<RecordedRun>>> tables =
      new LinkedHashMap<>();

  private final List<Path> files = new ArrayList<>();

  private ProfileTables() {}

  /**
   * Reads CSV files, gzip-compressed or not, whose header identifies their {@link ProfileFormat}.
   *
   * @throws IllegalArgumentException naming file, line and column of a value that cannot be parsed
   */
  public static ProfileTables read(List<Path> files) throws IOException {
    ProfileTables profiles = new ProfileTables();
    for (Path file : files) {
      profiles.readFile(file);
    }
    return profiles;
  }

  /** The keys of the tables. */
  Set<ProfileKey> keys() {
    return tables.keySet();
  }

  /** A stage that behaves as measured. */
  MeasuredStage stage(String name, ProfileKey key, int repeat) {
    Map<StageConfiguration, ImmutableList<StageRun>> table = table(key);
    return new MeasuredStage(
        new StageSpace(name, key.toString(), ImmutableList.copyOf(table.keySet())),
        ImmutableList.copyOf(table.values()),
        repeat);
  }

  /** The measured configurations, in a fixed order, each with its runs. */
  Map<StageConfiguration, ImmutableList<StageRun>> table(ProfileKey key) {
    Map<StageConfiguration, List<RecordedRun>> table = tables.get(key);
    if (table == null) {
      throw new IllegalArgumentException(
          "no measurements of "
              + key
              + " in "
              + files
              + "; the profiles know "
              + tables.keySet().stream()
                  .filter(k -> k.function().equals(key.function()))
                  .map(k -> k.input() + " on " + k.instanceType())
                  .sorted()
                  .toList()
              + " of this function");
    }
    Map<StageConfiguration, ImmutableList<StageRun>> copy = new LinkedHashMap<>();
    double usual = usualSeconds(key, table);
    table.forEach(
        (configuration, runs) -> copy.put(configuration, new RecordedRuns(runs, usual).complete()));
    return copy;
  }

  /** The median of all runs of a table, for configurations whose runs all failed without one. */
  private double usualSeconds(ProfileKey key, Map<StageConfiguration, List<RecordedRun>> table) {
    return RecordedRuns.median(
            table.values().stream().flatMap(List::stream).collect(Collectors.toList()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no run of " + key + " in " + files + " has a latency, expected some"));
  }

  private void readFile(Path path) throws IOException {
    files.add(path);
    TraceFile file = new TraceFile(path);
    String name = path.getFileName().toString().replaceFirst("\\..*$", "");
    String start = file.start();
    if (start.startsWith("{") || start.startsWith("[")) {
      new ProfileJson(file, name).read(this::add);
    } else {
      readTable(file, name);
    }
  }

  private void readTable(TraceFile file, String name) throws IOException {
    long line = 1;
    try (Reader reader = file.open();
        CsvReader<CsvRecord> csv = csv(reader)) {
      List<String> header = List.of();
      for (CsvRecord row : csv) {
        line = row.getStartingLineNumber();
        if (header.isEmpty()) {
          header = header(row);
          var unused = ProfileFormat.of(header);
        } else {
          add(ProfileFormat.of(header).parse(new ProfileRow(header, row.getFields()), name));
        }
      }
    } catch (IllegalArgumentException e) {
      throw bad(file.path(), line, e);
    } catch (CsvParseException | IllegalStateException | NoSuchElementException e) {
      // The reader has its own exception types for text that is no CSV.
      throw bad(file.path(), line, e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (EOFException | ZipException e) {
      throw new IOException(
          file.path() + ": is a broken gzip file, line " + line + " is the last one", e);
    }
  }

  // The number of fields is checked for each row, so that the message names it.
  private static CsvReader<CsvRecord> csv(Reader reader) {
    return CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(reader);
  }

  /** The names of the columns; upper and lower case and blanks make no difference. */
  private static List<String> header(CsvRecord row) {
    List<String> header = new ArrayList<>();
    for (String column : row.getFields()) {
      String name = column.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && header.contains(name)) {
        throw new IllegalArgumentException("the header has the column '" + name + "' twice");
      }
      header.add(name);
    }
    return header;
  }

  private static IllegalArgumentException bad(Path file, long line, RuntimeException cause) {
    return new IllegalArgumentException(
        String.format(Locale.ROOT, "%s, line %d, %s", file, line, cause.getMessage()), cause);
  }

  private void add(ProfileFormat.Measurement measurement) {
    tables
        .computeIfAbsent(measurement.key(), k -> new TreeMap<>(ORDER))
        .computeIfAbsent(measurement.configuration(), c -> new ArrayList<>())
        .add(measurement.run());
  }
}
