/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.StartKind;
import java.util.Map;

/** Mean duration of the measured cold starts. */
final class ColdStartDelays {

  private static final double MICROS = 1e6;

  private final Map<FunctionId, Mean> functions = new BoundedMap<>();
  private final Mean all = new Mean();

  void startTook(FunctionId function, StartKind start, long delayMicros) {
    if (start.isCold()) {
      functions.computeIfAbsent(function, id -> new Mean()).add(delayMicros / MICROS);
      all.add(delayMicros / MICROS);
    }
  }

  /**
   * Mean of a function, in seconds; of all functions if it has none yet; 1 if there are none at
   * all.
   */
  double seconds(FunctionId function) {
    Mean mean = functions.getOrDefault(function, all);
    return mean.count == 0 ? 1 : mean.sum / mean.count;
  }

  private static final class Mean {
    private double sum;
    private long count;

    void add(double value) {
      sum += value;
      count++;
    }
  }
}
