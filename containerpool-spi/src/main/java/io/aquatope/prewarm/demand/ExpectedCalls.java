/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

/**
 * Calls expected in a period.
 *
 * @param mean their number
 * @param others number of other calls in the period of a call, {@code E[n (n - 1)] / E[n]}: equal
 *     to the mean if calls are independent, less if they are regular, more if they come in bursts
 */
record ExpectedCalls(double mean, double others) {

  static final ExpectedCalls NONE = new ExpectedCalls(0, 0);

  /** The sum of these and the calls of another period. */
  ExpectedCalls plus(ExpectedCalls more) {
    return new ExpectedCalls(mean + more.mean, Math.max(others, more.others));
  }
}
