/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

/** A supposition of how a function's calls come, and how many containers they then need. */
sealed interface DemandModel permits IndependentCalls, CallsInBursts {

  void called(long nowMicros);

  /** So many containers are busy from now on. */
  void busy(int containers, long nowMicros);

  /** A window is over, the next one begins. */
  void close(long nowMicros);

  /** So many windows were over in which nothing was busy and no call came. */
  default void skip(long windows) {}

  /** Keeps only what cannot be computed again. */
  void rest();

  /**
   * The probability that a stretch of time needs further containers.
   *
   * @param forecast of calls in each window
   * @param skipped how many further containers are not asked about, the first ones
   * @param levels for how many after these
   * @param fromMicros when the stretch begins, now or later
   * @return for the first to the last of them; never rises
   */
  double[] needs(
      AnyCall forecast, int skipped, int levels, long fromMicros, long toMicros, long nowMicros);
}
