/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast;

/**
 * Demand of a function in one closed window.
 *
 * @param index number of the window, counted from a midnight: with windows of one minute, the
 *     minute; gives minute of hour and time of day
 * @param arrivals calls that arrived in the window, at least 0
 * @param peak most containers busy at the same time, at least 0
 */
public record DemandWindow(long index, int arrivals, int peak) {

  public DemandWindow {
    if (arrivals < 0 || peak < 0) {
      throw new IllegalArgumentException(
          "window "
              + index
              + " has "
              + arrivals
              + " arrivals and peak "
              + peak
              + ", expected >= 0");
    }
  }
}
