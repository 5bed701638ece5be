/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import io.aquatope.models.distribution.RandomVariates;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * Latencies of one stage for each CPU limit, drawn once: work in inverse proportion to the limit up
 * to as many cores as the stage has threads, with a scatter of five percent.
 */
final class MeasuredTable {

  private static final int ROWS = 40;

  private final Map<Integer, double[]> rows = new TreeMap<>();

  MeasuredTable(
      double coreSeconds, double threads, List<Integer> milliCores, SplittableRandom random) {
    for (int limit : milliCores) {
      double mean = 0.02 + coreSeconds / Math.min(threads, limit / 1000.0);
      rows.put(
          limit,
          DoubleStream.generate(() -> mean * Math.exp(0.05 * RandomVariates.normal(random)))
              .limit(ROWS)
              .toArray());
    }
  }

  double draw(int milliCores, SplittableRandom random) {
    double[] row = rows.get(milliCores);
    if (row == null) {
      throw new IllegalArgumentException("not measured with " + milliCores);
    }
    return row[random.nextInt(row.length)];
  }

  double mean(int milliCores) {
    return DoubleStream.of(rows.getOrDefault(milliCores, new double[0])).average().orElseThrow();
  }
}
