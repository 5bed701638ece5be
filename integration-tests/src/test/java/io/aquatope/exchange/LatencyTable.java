/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import io.aquatope.models.distribution.RandomVariates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Measured latencies of stages under CPU limits: lines of action, thousandths of a core, seconds.
 */
final class LatencyTable {

  private static final int ROWS = 30;
  private static final double[] CORE_SECONDS = {0.1, 0.3, 0.2};

  private final Map<String, List<Double>> rows = new HashMap<>();

  private LatencyTable() {}

  /** Writes a table: work in inverse proportion to the limit up to one core, with some scatter. */
  static Path write(Path file, List<String> actions, List<Integer> milliCores, long seed)
      throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> lines = new ArrayList<>();
    for (int s = 0; s < actions.size(); s++) {
      for (int limit : milliCores) {
        for (int row = 0; row < ROWS; row++) {
          double seconds =
              (0.02 + CORE_SECONDS[s] / Math.min(1, limit / 1000.0))
                  * Math.exp(0.05 * RandomVariates.normal(random));
          lines.add(actions.get(s) + "," + limit + "," + seconds);
        }
      }
    }
    return Files.write(file, lines);
  }

  static LatencyTable read(Path file) throws IOException {
    LatencyTable table = new LatencyTable();
    for (String line : Files.readAllLines(file)) {
      int last = line.lastIndexOf(',');
      table
          .rows
          .computeIfAbsent(line.substring(0, last), key -> new ArrayList<>())
          .add(Double.valueOf(line.substring(last + 1)));
    }
    return table;
  }

  double draw(String action, int milliCores, SplittableRandom random) {
    List<Double> measured = rows.get(action + "," + milliCores);
    if (measured == null) {
      throw new IllegalArgumentException(action + " was not measured under " + milliCores);
    }
    return measured.get(random.nextInt(measured.size()));
  }
}
