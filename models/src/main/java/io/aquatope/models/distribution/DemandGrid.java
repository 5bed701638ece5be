/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.distribution;

/**
 * The bins on which forecasts are mixed: 0 to 31 each on its own, then ranges that grow by a tenth,
 * up to the largest {@code int}. Small demands, which nearly all functions have, stay exact. A
 * demand of a million takes no more memory than one of ten.
 */
public final class DemandGrid {

  private static final int EXACT = 32;
  private static final double GROWTH = 1.1;
  private static final long[] LOWER = lowerBounds();

  /** Number of bins; a demand's bin fits in an unsigned byte. */
  public static final int BINS = LOWER.length - 1;

  private DemandGrid() {}

  private static long[] lowerBounds() {
    long[] bounds = new long[256];
    int n = 0;
    for (long lower = 0; lower <= Integer.MAX_VALUE; n++) {
      bounds[n] = lower;
      lower = lower < EXACT ? lower + 1 : (long) Math.ceil(lower * GROWTH);
    }
    bounds[n] = Integer.MAX_VALUE + 1L;
    return java.util.Arrays.copyOf(bounds, n + 1);
  }

  /** The bin that holds a demand; negative demands count as none. */
  public static int bin(long demand) {
    if (demand < EXACT) {
      return (int) Math.max(0, demand);
    }
    int low = EXACT;
    int high = BINS - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (LOWER[middle] <= demand) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Smallest demand of a bin. */
  public static long lower(int bin) {
    return LOWER[bin];
  }

  /** Largest demand of a bin. */
  public static long upper(int bin) {
    return LOWER[bin + 1] - 1;
  }

  /** Number of demands that share a bin. */
  public static long width(int bin) {
    return LOWER[bin + 1] - LOWER[bin];
  }

  /** The demand in the middle of a bin. */
  public static double centre(int bin) {
    return (LOWER[bin] + LOWER[bin + 1] - 1) / 2.0;
  }
}
