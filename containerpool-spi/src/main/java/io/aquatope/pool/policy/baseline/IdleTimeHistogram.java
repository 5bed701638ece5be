/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

import java.time.Duration;

/**
 * Histogram of a function's idle times, in bins of one minute. Idle times of the range and longer
 * are out of bounds: they are counted, but in no bin.
 */
final class IdleTimeHistogram {

  static final long BIN_MICROS = 60_000_000;

  private final int[] bins;
  private long inBounds;
  private long outOfBounds;
  private double squares;

  /**
   * @param range a whole number of minutes, at least two
   */
  IdleTimeHistogram(Duration range) {
    bins = new int[Math.toIntExact(range.toMinutes())];
  }

  void add(long idleMicros) {
    long bin = idleMicros / BIN_MICROS;
    if (bin >= bins.length) {
      outOfBounds++;
      return;
    }
    squares += 2.0 * bins[(int) bin] + 1;
    bins[(int) bin]++;
    inBounds++;
  }

  /** The share of idle times that are out of bounds; 0 without any. */
  double outOfBoundsShare() {
    return outOfBounds == 0 ? 0 : (double) outOfBounds / (inBounds + outOfBounds);
  }

  /**
   * Standard deviation of the counts in the bins, divided by their mean: high if few bins hold most
   * idle times, 0 if all are equal or there are none.
   */
  double variation() {
    if (inBounds == 0) {
      return 0;
    }
    double meanSquare = squares / bins.length;
    double mean = (double) inBounds / bins.length;
    return Math.sqrt(Math.max(0, meanSquare / (mean * mean) - 1));
  }

  /**
   * The bin that holds a quantile of the idle times in bounds, counted from 0.
   *
   * @param level in (0, 1]
   */
  int quantileBin(double level) {
    double wanted = level * inBounds;
    long seen = 0;
    for (int bin = 0; bin < bins.length; bin++) {
      seen += bins[bin];
      if (seen >= wanted && seen > 0) {
        return bin;
      }
    }
    return bins.length - 1;
  }

  long rangeMicros() {
    return bins.length * BIN_MICROS;
  }
}
