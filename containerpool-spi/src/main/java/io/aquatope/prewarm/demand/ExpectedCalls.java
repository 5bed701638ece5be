/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

/**
 * Calls to be expected in a stretch of time.
 *
 * @param mean how many
 * @param others how many others there are where there is one, {@code E[n (n - 1)] / E[n]}: equal to
 *     the mean if calls are independent, less if they are regular, more if they come in bursts
 */
record ExpectedCalls(double mean, double others) {

  static final ExpectedCalls NONE = new ExpectedCalls(0, 0);

  /** These, and those of another stretch. */
  ExpectedCalls plus(ExpectedCalls more) {
    return new ExpectedCalls(mean + more.mean, Math.max(others, more.others));
  }
}
