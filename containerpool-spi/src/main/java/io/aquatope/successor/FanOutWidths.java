/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

/**
 * Number of simultaneous calls of a function, as a distribution in fixed memory.
 *
 * <p>Up to eight, widths are counted one by one. Above, the widths between two powers of two share
 * a count and are represented by their mean, so that the expected width stays right and a constant
 * width is matched exactly.
 */
final class FanOutWidths {

  /** Number of width classes. */
  static final int CLASSES = 16;

  private static final int EXACT = 8;

  /** Weight below which a width is forgotten. */
  private static final float FORGOTTEN = 0.01f;

  private final float[] weight = new float[CLASSES];
  private final float[] sum = new float[CLASSES];

  /**
   * Learns a width.
   *
   * @param keep the weight that earlier widths keep, from 0 to 1
   */
  void observe(int width, double keep) {
    for (int i = 0; i < CLASSES; i++) {
      weight[i] *= (float) keep;
      sum[i] *= (float) keep;
    }
    add(width, 1);
  }

  /** One more call has come: a width learnt as {@code width - 1} is {@code width}. */
  void widened(int width) {
    add(width - 1, -1);
    add(width, 1);
  }

  private void add(int width, int sign) {
    int i = classOf(width);
    weight[i] = Math.max(0, weight[i] + sign);
    sum[i] = weight[i] == 0 ? 0 : Math.max(0, sum[i] + sign * (float) width);
  }

  private static int classOf(int width) {
    if (width <= EXACT) {
      return width - 1;
    }
    int doublings = Integer.SIZE - Integer.numberOfLeadingZeros((width - 1) / EXACT);
    return Math.min(CLASSES - 1, EXACT - 1 + doublings);
  }

  /** Whether any has been seen. */
  boolean isKnown() {
    for (int i = 0; i < CLASSES; i++) {
      if (level(i) > 0) {
        return true;
      }
    }
    return false;
  }

  /** The width that stands for class {@code i}, or 0 if none such has been seen recently. */
  int level(int i) {
    return weight[i] < FORGOTTEN ? 0 : Math.round(sum[i] / weight[i]);
  }

  /**
   * The probability of at least the width of class {@code i}, given that {@code seen} calls have
   * come already. These were learnt as a width, too, which says nothing about the rest.
   */
  double atLeast(int i, int seen) {
    double reached = 0;
    double possible = 0;
    for (int j = 0; j < CLASSES; j++) {
      int level = level(j);
      if (level > 0 && level >= seen) {
        boolean underWay = seen > 0 && level == seen;
        possible += underWay ? Math.max(0, weight[j] - 1) : weight[j];
        reached += j >= i ? weight[j] : 0;
      }
    }
    return possible == 0 ? 0 : reached / possible;
  }
}
