/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import org.ejml.data.DMatrixRMaj;

/**
 * One function's demand on the scale of {@link HybridBayesianNetwork}: minus its mean, divided by
 * its standard deviation.
 */
public final class ScaledSeries {

  private final double[] values;
  private final long firstMinute;
  private final long windowSeconds;

  /**
   * A series.
   *
   * @param values scaled demand of consecutive windows; kept, not copied
   * @param firstMinute minute, from a midnight, at which the first window begins
   * @param windowSeconds length of a window
   */
  public ScaledSeries(double[] values, long firstMinute, long windowSeconds) {
    this.values = values;
    this.firstMinute = firstMinute;
    this.windowSeconds = windowSeconds;
  }

  int size() {
    return values.length;
  }

  double value(int window) {
    return values[window];
  }

  /** Writes a window's five features, demand first, into a row. */
  void features(int window, DMatrixRMaj target, int row) {
    target.set(row, 0, values[window]);
    times(window, target, row, 1);
  }

  /**
   * Writes sine and cosine of a window's hour of day and ISO day of week. The window may lie past
   * the end; minute 0 counts as the midnight that began Thursday 1 January 1970.
   */
  void times(int window, DMatrixRMaj target, int row, int column) {
    long minute = firstMinute + window * windowSeconds / 60;
    double hour = 2 * Math.PI * Math.floorMod(Math.floorDiv(minute, 60L), 24L) / 24;
    double day = 2 * Math.PI * (1 + Math.floorMod(Math.floorDiv(minute, 1440L) + 3, 7L)) / 7;
    target.set(row, column, Math.sin(hour));
    target.set(row, column + 1, Math.cos(hour));
    target.set(row, column + 2, Math.sin(day));
    target.set(row, column + 3, Math.cos(day));
  }
}
