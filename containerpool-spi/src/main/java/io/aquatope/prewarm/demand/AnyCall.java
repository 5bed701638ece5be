/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

/** The forecast probability that a function is called in a window. */
@FunctionalInterface
public interface AnyCall {

  /** The probability, as forecast before the window began; 0 if it was not forecast. */
  double in(long window);
}
