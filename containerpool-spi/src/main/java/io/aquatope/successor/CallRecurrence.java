/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import java.util.concurrent.TimeUnit;

/**
 * Probability that a function is called within the lag of an unrelated moment: the share of time
 * that is followed by a call within the lag. That is exact for every stationary process, including
 * bursts and timers.
 *
 * <p>The greater of two shares applies: that of the last hours and that of the last minutes. When
 * the day begins, all functions are called more often, but not because of each other.
 */
final class CallRecurrence {

  private static final double LONG_MICROS = TimeUnit.HOURS.toMicros(8);
  private static final double SHORT_MICROS = TimeUnit.MINUTES.toMicros(10);
  private static final double ALMOST_SURE = 0.999;

  private final long lagMicros;
  private long lastMicros = Long.MIN_VALUE;
  private double coveredLong;
  private double coveredShort;

  CallRecurrence(long lagMicros) {
    this.lagMicros = lagMicros;
  }

  /** Time of the last call, or the least value. */
  long lastMicros() {
    return lastMicros;
  }

  /** It is called. */
  void called(long nowMicros) {
    long gap = lastMicros == Long.MIN_VALUE ? lagMicros : nowMicros - lastMicros;
    long covered = Math.min(gap, lagMicros);
    coveredLong = coveredLong * Math.exp(-gap / LONG_MICROS) + covered;
    coveredShort = coveredShort * Math.exp(-gap / SHORT_MICROS) + covered;
    lastMicros = nowMicros;
  }

  /**
   * The probability of a call within the lag by chance, more than 0 and less than 1.
   *
   * @param begunMicros time since which the calls of all functions have been observed
   */
  double chance(long begunMicros, long nowMicros) {
    long gap = lastMicros == Long.MIN_VALUE ? 0 : nowMicros - lastMicros;
    double watched = LONG_MICROS * -Math.expm1((begunMicros - nowMicros) / LONG_MICROS);
    double lately = coveredShort * Math.exp(-gap / SHORT_MICROS) / SHORT_MICROS;
    double inAll = (coveredLong * Math.exp(-gap / LONG_MICROS) + lagMicros) / (watched + lagMicros);
    return Math.min(ALMOST_SURE, Math.max(lately, inAll));
  }
}
