/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

/** Events that come independently of each other. */
final class PoissonEvents {

  /** Mean below which the probability equals the mean, to the last bit. */
  private static final double TINY = 0x1p-54;

  private PoissonEvents() {}

  /** The probability of any event, {@code 1 - exp(-mean)}. */
  static double any(double mean) {
    return mean < TINY ? mean : -Math.expm1(-mean);
  }
}
