/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import java.util.Arrays;

/**
 * The bound between the waits for stem cells and those for new containers. Records do not tell
 * which of both an activation found. But a stem cell is there, and a container must be created,
 * which takes a tenth of a second at least. The waits therefore form two groups.
 */
final class StemCellBound {

  /** No container is created in less, in milliseconds. */
  private static final double LEAST_CREATION = 50;

  /** No group of waits for stem cells waits for longer in the middle, in milliseconds. */
  private static final double MOST_FOR_STEM_CELL = 100;

  /** The middles of two groups differ by this factor at least. */
  private static final double LEAST_RATIO = 4;

  private StemCellBound() {}

  /**
   * The bound: less is the wait for a stem cell.
   *
   * @param extraWaits beyond those of warm activations, in milliseconds
   */
  static double of(double[] extraWaits) {
    if (extraWaits.length == 0) {
      return 0;
    }
    double[] sorted = extraWaits.clone();
    Arrays.sort(sorted);
    double[] sums = new double[sorted.length + 1];
    for (int i = 0; i < sorted.length; i++) {
      sums[i + 1] = sums[i] + Math.log1p(sorted[i]);
    }
    int split = bestSplit(sums);
    double lower = middle(sums, 0, split);
    double upper = middle(sums, split, sorted.length);
    if (split > 0 && lower < MOST_FOR_STEM_CELL && upper >= LEAST_RATIO * Math.max(1, lower)) {
      return upper < LEAST_CREATION ? Double.POSITIVE_INFINITY : sorted[split];
    }
    return middle(sums, 0, sorted.length) < LEAST_CREATION ? Double.POSITIVE_INFINITY : 0;
  }

  /** The number of values in the lower of the two groups that are closest to their middles. */
  private static int bestSplit(double[] sums) {
    int size = sums.length - 1;
    int best = 0;
    double most = sums[size] * sums[size] / size;
    for (int i = 1; i < size; i++) {
      double rest = sums[size] - sums[i];
      double explained = sums[i] * sums[i] / i + rest * rest / (size - i);
      if (explained > most * (1 + 1e-12)) {
        most = explained;
        best = i;
      }
    }
    return best;
  }

  /** The geometric mean of values plus one, less one. */
  private static double middle(double[] sums, int from, int to) {
    return to == from ? 0 : Math.expm1((sums[to] - sums[from]) / (to - from));
  }
}
