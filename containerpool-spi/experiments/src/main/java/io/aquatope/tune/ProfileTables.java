/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
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
import java.util.zip.ZipException;

/**
 * Tables of measurements: for each function, input and instance type, the repetitions of each
 * configuration.
 */
public final class ProfileTables {

  private static final Comparator<StageConfiguration> ORDER =
      Comparator.comparingDouble(StageConfiguration::cores)
          .thenComparingDouble(StageConfiguration::memoryGib);

  private final Map<ProfileKey, TreeMap<StageConfiguration, List<StageRun>>> tables =
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
    Map<StageConfiguration, List<StageRun>> table = tables.get(key);
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
    table.forEach((configuration, runs) -> copy.put(configuration, ImmutableList.copyOf(runs)));
    return copy;
  }

  private void readFile(Path file) throws IOException {
    files.add(file);
    long line = 1;
    try (Reader reader = new TraceFile(file).open();
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
      for (NamedCsvRecord row : csv) {
        line = row.getStartingLineNumber();
        add(ProfileFormat.of(row.getHeader()).parse(row));
      }
    } catch (IllegalArgumentException e) {
      throw bad(file, line, e);
    } catch (CsvParseException | IllegalStateException | NoSuchElementException e) {
      // The reader has its own exception types for a duplicate column in the header, and for a
      // short row.
      throw bad(file, line, e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (EOFException | ZipException e) {
      throw new IOException(file + ": is a broken gzip file, line " + line + " is the last one", e);
    }
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
