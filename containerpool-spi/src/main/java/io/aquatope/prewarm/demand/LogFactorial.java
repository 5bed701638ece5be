/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

import org.apache.commons.math3.special.Gamma;

/** The logarithm of n!, from a table where n is small. */
final class LogFactorial {

  private static final double[] TABLE = new double[1024];

  static {
    for (int n = 2; n < TABLE.length; n++) {
      TABLE[n] = TABLE[n - 1] + Math.log(n);
    }
  }

  private LogFactorial() {}

  static double of(int n) {
    return n < TABLE.length ? TABLE[n] : Gamma.logGamma(n + 1.0);
  }
}
