/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

/**
 * Divides the pool's time into windows that are numbered from a midnight.
 *
 * @param lengthMicros of a window
 * @param midnightMicros how long after a midnight the pool's clock read 0
 */
public record WindowClock(long lengthMicros, long midnightMicros) {

  /** The window that contains a time. */
  public long window(long micros) {
    return Math.floorDiv(micros + midnightMicros, lengthMicros);
  }

  /** Begin of a window, by the pool's clock. */
  public long begin(long window) {
    return window * lengthMicros - midnightMicros;
  }

  /** The part of its window that has passed at a time, in [0, 1). */
  public double progress(long micros) {
    return Math.floorMod(micros + midnightMicros, lengthMicros) / (double) lengthMicros;
  }

  /** The part of a window that has passed at a time in it, or at its end: 0 to 1. */
  public double part(long window, long micros) {
    return (micros - begin(window)) / (double) lengthMicros;
  }
}
