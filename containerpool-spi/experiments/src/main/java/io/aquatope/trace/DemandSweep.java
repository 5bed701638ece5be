/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace;

import java.util.Arrays;

/**
 * Counts arrivals and the peak of simultaneous activations of one function in each window, by a
 * sweep over the sorted begins and ends.
 *
 * <p>An activation lasts from its begin up to, not including, its end; an activation without a run
 * time lasts a microsecond.
 */
final class DemandSweep {

  private final long windowMicros;
  private final int[] peaks;
  private final int[] arrivals;
  private int window;
  private int running;

  DemandSweep(long windowMicros, int windows) {
    this.windowMicros = windowMicros;
    this.peaks = new int[windows];
    this.arrivals = new int[windows];
  }

  /** Sweeps once over the activations; sorts the arrays. */
  void sweep(long[] begins, long[] ends) {
    Arrays.sort(begins);
    Arrays.sort(ends);
    int ended = 0;
    for (long begin : begins) {
      for (; ends[ended] <= begin; ended++) {
        end(ends[ended]);
      }
      begin(begin);
    }
    for (; ended < ends.length; ended++) {
      end(ends[ended]);
    }
  }

  private void begin(long at) {
    advance(at);
    running++;
    if (at / windowMicros < peaks.length) {
      arrivals[window]++;
      peaks[window] = Math.max(peaks[window], running);
    }
  }

  private void end(long at) {
    advance(at - 1);
    running--;
  }

  /**
   * Moves to the window of a time; the running activations are the peak of each window on the way.
   */
  private void advance(long at) {
    long target = Math.min(at / windowMicros, peaks.length - 1L);
    while (window < target) {
      peaks[++window] = running;
    }
  }

  int[] peaks() {
    return peaks;
  }

  int[] arrivals() {
    return arrivals;
  }
}
