/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

/** A supposition of when bursts of calls begin. */
sealed interface OnsetTimes permits CallTimes, Gaps {

  /** One begins. */
  void called(long nowMicros);

  /** A window is over, the next one begins. */
  void close();

  /** Keeps only what cannot be computed again. */
  default void rest() {}

  /**
   * How many are to be expected.
   *
   * @param forecast of calls in each window
   * @param fromMicros when the stretch of time begins, now or later
   */
  double mean(AnyCall forecast, long fromMicros, long toMicros, long nowMicros);
}
