/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.aquatope.models.workflow.StageConfiguration;
import io.aquatope.models.workflow.StageRun;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Tables of measurements: for each function, input and instance type, the repetitions of each
 * configuration.
 */
public final class Profiles {

  /** The columns that are read; others are ignored. */
  static final List<String> COLUMNS =
      List.of(
          "function",
          "input",
          "memory_mib",
          "cpu_millicores",
          "instance_type",
          "response_delay_s",
          "status_code");

  private static final Comparator<StageConfiguration> ORDER =
      Comparator.comparingDouble(StageConfiguration::cores)
          .thenComparingDouble(StageConfiguration::memoryGib);

  private final Map<ProfileKey, TreeMap<StageConfiguration, List<StageRun>>> tables =
      new LinkedHashMap<>();

  private Profiles() {}

  /**
   * Reads CSV files, gzip-compressed or not, with a header that names {@link #COLUMNS}.
   *
   * @throws IllegalArgumentException naming file, line and column of what cannot be understood
   */
  public static Profiles read(List<Path> files) throws IOException {
    Profiles profiles = new Profiles();
    for (Path file : files) {
      profiles.readFile(file);
    }
    return profiles;
  }

  /** The measured configurations, in a fixed order, each with its runs. */
  Map<StageConfiguration, ImmutableList<StageRun>> table(ProfileKey key) {
    Map<StageConfiguration, List<StageRun>> table = tables.get(key);
    if (table == null) {
      throw new IllegalArgumentException(
          "no measurements of "
              + key
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
    try (Reader reader = new InputStreamReader(open(file), StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
      for (NamedCsvRecord row : csv) {
        if (row.getStartingLineNumber() <= 2) {
          checkHeader(file, row);
        }
        add(file, row);
      }
    }
  }

  private static void checkHeader(Path file, NamedCsvRecord row) {
    List<String> missing = new ArrayList<>(COLUMNS);
    missing.removeAll(row.getHeader());
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: column %s missing; found %s".formatted(file, missing, row.getHeader()));
    }
  }

  private void add(Path file, NamedCsvRecord row) {
    ProfileKey key =
        new ProfileKey(
            row.getField("function"), row.getField("input"), row.getField("instance_type"));
    StageConfiguration configuration =
        new StageConfiguration(
            positive(file, row, "cpu_millicores") / 1000, positive(file, row, "memory_mib") / 1024);
    StageRun run =
        StageRun.warm(
            positive(file, row, "response_delay_s"),
            row.getField("status_code").strip().equals("200"));
    tables
        .computeIfAbsent(key, k -> new TreeMap<>(ORDER))
        .computeIfAbsent(configuration, c -> new ArrayList<>())
        .add(run);
  }

  private static double positive(Path file, NamedCsvRecord row, String column) {
    String text = row.getField(column);
    try {
      double value = Double.parseDouble(text);
      if (value > 0 && Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // reported below like any other value that is no positive number
    }
    throw new IllegalArgumentException(
        "%s, line %d, column %s: expected a positive number, found '%s'"
            .formatted(file, row.getStartingLineNumber(), column, text));
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip ? new GZIPInputStream(in) : in;
  }
}
