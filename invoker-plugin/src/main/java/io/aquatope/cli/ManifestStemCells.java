/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import com.google.common.base.CharMatcher;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValue;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.policy.ReactiveSettings;
import io.aquatope.pool.policy.StemCellSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The stem cells in OpenWhisk's runtimes manifest, {@code runtimes.json}: for each runtime a list
 * of numbers with memory, and reactive rules. Comments are allowed, and the manifest may be the
 * value of {@code whisk.runtimes} in a configuration file.
 */
final class ManifestStemCells {

  private static final long LARGEST_FILE = 4 << 20;
  private static final String RUNTIMES = "runtimes";
  private static final String IN_CONFIGURATION = "whisk.runtimes";
  private static final int MOST = 10_000;

  private final Path file;
  private final Map<StemCell, StemCellSettings> found = new LinkedHashMap<>();

  private ManifestStemCells(Path file) {
    this.file = file;
  }

  /**
   * Reads a manifest.
   *
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if it is no manifest; the message names file and key
   */
  static List<StemCellSettings> read(Path file) throws IOException {
    ManifestStemCells cells = new ManifestStemCells(file);
    try {
      cells.readRuntimes(cells.parse());
    } catch (ConfigException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
    return List.copyOf(cells.found.values());
  }

  private Config parse() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + ": no such file");
    }
    if (Files.size(file) > LARGEST_FILE) {
      throw bad("has " + Files.size(file) + " bytes, expected a runtimes manifest of at most 4 MB");
    }
    String text = CharMatcher.is('\uFEFF').trimLeadingFrom(Files.readString(file));
    Config manifest = ConfigFactory.parseString(text).resolve();
    if (manifest.hasPath(IN_CONFIGURATION)) {
      return manifest.getConfig(IN_CONFIGURATION);
    }
    if (!manifest.hasPath(RUNTIMES)) {
      throw bad("has no key 'runtimes', expected a runtimes manifest of OpenWhisk");
    }
    return manifest;
  }

  private void readRuntimes(Config manifest) {
    Config families = manifest.getConfig(RUNTIMES);
    for (Map.Entry<String, ConfigValue> family : families.root().entrySet()) {
      Config one = family.getValue().atKey("family");
      for (Config runtime : one.getConfigList("family")) {
        String kind = runtime.getString("kind");
        if (runtime.hasPath("stemCells")) {
          runtime.getConfigList("stemCells").forEach(cell -> add(kind, cell));
        }
      }
    }
  }

  /** Of two lists for one kind and memory, the larger counts, as in an invoker. */
  private void add(String kind, Config cell) {
    // Releases up to 1.0.0 call the number "count".
    String count = cell.hasPath("initialCount") ? "initialCount" : "count";
    StemCellSettings settings =
        new StemCellSettings(
            new StemCell(kind, memoryMb(kind, cell.getString("memory"))),
            whole(cell, count, 1),
            cell.hasPath("reactive")
                ? Optional.of(reactive(cell.getConfig("reactive")))
                : Optional.empty());
    found.merge(
        settings.stemCell(),
        settings,
        (one, other) -> other.initialCount() > one.initialCount() ? other : one);
  }

  private int memoryMb(String kind, String size) {
    try {
      return Math.toIntExact(MemorySize.parse(size).mb());
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw bad(
          String.format(
              Locale.ROOT,
              "stemCells of %s: memory is '%s', expected a size such as 256 MB",
              kind,
              size));
    }
  }

  private ReactiveSettings reactive(Config rules) {
    try {
      return new ReactiveSettings(
          whole(rules, "minCount", 0),
          whole(rules, "maxCount", 1),
          rules.getDuration("ttl"),
          whole(rules, "threshold", 1),
          whole(rules, "increment", 1));
    } catch (ConfigException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw bad("reactive: " + e.getMessage());
    }
  }

  private int whole(Config config, String key, int least) {
    int value = config.getInt(key);
    if (value < least || value > MOST) {
      throw bad(
          String.format(
              Locale.ROOT,
              "%s is %d, expected a whole number from %d to %d",
              key,
              value,
              least,
              MOST));
    }
    return value;
  }

  private IllegalArgumentException bad(String problem) {
    return new IllegalArgumentException(file + ": " + problem);
  }
}
