/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

/** A few positive values with weights, in their order. */
public final class WeightedValues {

  /** Difference below which weights count as equal. */
  private static final double SAME = 1e-9;

  private final double[] values;
  private final double[] weights;
  private int size;

  /**
   * @param most maximum number of values
   */
  public WeightedValues(int most) {
    values = new double[most];
    weights = new double[most];
  }

  public void add(double value, double weight) {
    int i = size++;
    while (i > 0 && values[i - 1] > value) {
      values[i] = values[i - 1];
      weights[i] = weights[i - 1];
      i--;
    }
    values[i] = value;
    weights[i] = weight;
  }

  /** The weighted median; where it lies between two values, their geometric mean. */
  public double median() {
    double half = 0;
    for (int i = 0; i < size; i++) {
      half += weights[i] / 2;
    }
    double below = 0;
    for (int i = 0; i < size; i++) {
      below += weights[i];
      if (i + 1 < size && Math.abs(below - half) <= SAME) {
        return Math.sqrt(values[i] * values[i + 1]);
      } else if (below > half) {
        return values[i];
      }
    }
    return values[size - 1];
  }

  /** The weighted mean of the values, each cut to within a factor of the median. */
  public double meanNearMedian(double factor) {
    double median = median();
    double sum = 0;
    double total = 0;
    for (int i = 0; i < size; i++) {
      sum += weights[i] * Math.max(median / factor, Math.min(median * factor, values[i]));
      total += weights[i];
    }
    return total > 0 ? sum / total : median;
  }
}
