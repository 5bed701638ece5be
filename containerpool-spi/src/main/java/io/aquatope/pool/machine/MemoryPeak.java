/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

/**
 * Peak of the memory that busy containers took in the last 10 to 20 minutes. Holds only the peaks
 * of the present period of ten minutes and of the one before it.
 */
final class MemoryPeak {

  static final long PERIOD_MICROS = 10L * 60 * 1_000_000;

  private long period;
  private long present;
  private long previous;

  /** Notes the memory from a time on; the time never goes back. */
  void note(long mb, long nowMicros) {
    long now = Math.floorDiv(nowMicros, PERIOD_MICROS);
    if (now != period) {
      previous = now == period + 1 ? present : 0;
      present = 0;
      period = now;
    }
    present = Math.max(present, mb);
  }

  /** The peak at a time, of what was noted up to then. */
  long mb(long nowMicros) {
    long since = Math.floorDiv(nowMicros, PERIOD_MICROS) - period;
    return since == 0 ? Math.max(present, previous) : since == 1 ? present : 0;
  }
}
