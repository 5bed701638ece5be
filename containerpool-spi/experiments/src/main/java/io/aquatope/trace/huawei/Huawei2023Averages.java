/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.huawei;

import io.aquatope.trace.input.CsvRow;
import io.aquatope.trace.input.TraceFormatException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Averages over time of each function in tables of one content. */
final class Huawei2023Averages {

  private static final double MOST = 1e12;

  private static final class Mean {
    private double sum;
    private long count;
  }

  private final Map<Integer, Mean> means = new HashMap<>();

  /**
   * Adds a row.
   *
   * @param columns of the functions: number to index
   */
  void add(CsvRow row, Map<Integer, Integer> columns) throws TraceFormatException {
    for (Map.Entry<Integer, Integer> column : columns.entrySet()) {
      OptionalDouble value = row.amountOrEmpty(column.getValue(), MOST);
      if (value.isPresent() && value.getAsDouble() > 0) {
        Mean mean = means.computeIfAbsent(column.getKey(), number -> new Mean());
        mean.sum += value.getAsDouble();
        mean.count++;
      }
    }
  }

  boolean isEmpty() {
    return means.isEmpty();
  }

  /** The average of the values that are not 0; empty if there are none. */
  OptionalDouble of(int function) {
    Mean mean = means.get(function);
    return mean == null ? OptionalDouble.empty() : OptionalDouble.of(mean.sum / mean.count);
  }

  /** The average over all functions. */
  OptionalDouble ofAll() {
    return means.values().stream().mapToDouble(mean -> mean.sum / mean.count).average();
  }
}
