/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import java.util.concurrent.TimeUnit;

/**
 * How likely a function is to be called within the lag of a moment that has nothing to do with it:
 * the share of time that is followed by a call within the lag. That is exact for every stationary
 * process, bursts and timers included. What is long past is forgotten exponentially.
 */
final class SuccessorRecurrence {

  private static final double MEMORY_MICROS = TimeUnit.HOURS.toMicros(8);

  private final long lagMicros;
  private long lastMicros = Long.MIN_VALUE;
  private double coveredMicros;

  SuccessorRecurrence(long lagMicros) {
    this.lagMicros = lagMicros;
  }

  /** When it was called last, or the least value. */
  long lastMicros() {
    return lastMicros;
  }

  /** It is called. */
  void called(long nowMicros) {
    if (lastMicros == Long.MIN_VALUE) {
      coveredMicros = lagMicros;
    } else {
      long gap = nowMicros - lastMicros;
      coveredMicros = coveredMicros * Math.exp(-gap / MEMORY_MICROS) + Math.min(gap, lagMicros);
    }
    lastMicros = nowMicros;
  }

  /**
   * The probability of a call within the lag, by chance.
   *
   * @param begunMicros since when calls have been watched, of all functions
   */
  double chance(long begunMicros, long nowMicros) {
    if (lastMicros == Long.MIN_VALUE) {
      return 0;
    }
    double watched = MEMORY_MICROS * -Math.expm1(-(nowMicros - begunMicros) / MEMORY_MICROS);
    double covered = coveredMicros * Math.exp(-(nowMicros - lastMicros) / MEMORY_MICROS);
    return Math.min(1, (covered + lagMicros) / (watched + lagMicros));
  }
}
