/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import org.apache.commons.math3.util.CombinatoricsUtils;

/** The binomial distribution, fast for the counts that occur. */
final class Binomials {

  private static final double[] LOG_FACTORIALS = logFactorials();

  private Binomials() {}

  private static double[] logFactorials() {
    double[] logs = new double[1024];
    for (int n = 2; n < logs.length; n++) {
      logs[n] = logs[n - 1] + Math.log(n);
    }
    return logs;
  }

  /** The probability of {@code k} successes in {@code n} trials. */
  static double probability(int n, int k, double success) {
    if (success <= 0) {
      return k == 0 ? 1 : 0;
    }
    if (success >= 1) {
      return k == n ? 1 : 0;
    }
    if (k == 0) {
      return Math.pow(1 - success, n);
    }
    return Math.exp(
        logFactorial(n)
            - logFactorial(k)
            - logFactorial(n - k)
            + k * Math.log(success)
            + (n - k) * Math.log(1 - success));
  }

  private static double logFactorial(int n) {
    return n < LOG_FACTORIALS.length ? LOG_FACTORIALS[n] : CombinatoricsUtils.factorialLog(n);
  }
}
