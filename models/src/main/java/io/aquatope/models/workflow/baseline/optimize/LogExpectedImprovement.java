/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline.optimize;

import org.apache.commons.math3.special.Erf;

/**
 * Logarithm of the expected improvement of a Gaussian below an incumbent: {@code log σ + log(φ(z) +
 * z Φ(z))}, {@code z = (incumbent - μ) / σ}, evaluated without underflow for far negative z by the
 * expansion {@code h(z) = φ(z) (1/z² - 3/z⁴ + 15/z⁶ …)}. Source: Ament et al., "Unexpected
 * Improvements to Expected Improvement for Bayesian Optimization", NeurIPS 2023.
 */
final class LogExpectedImprovement {

  private static final double LOG_SQRT_2PI = 0.5 * Math.log(2 * Math.PI);
  private static final double ASYMPTOTIC_BELOW = -8;

  private LogExpectedImprovement() {}

  static double of(double mean, double deviation, double incumbent) {
    return Math.log(deviation) + logH((incumbent - mean) / deviation);
  }

  /** log(φ(z) + z Φ(z)). */
  static double logH(double z) {
    double logDensity = -0.5 * z * z - LOG_SQRT_2PI;
    if (z > ASYMPTOTIC_BELOW) {
      return Math.log(Math.exp(logDensity) + z * cumulative(z));
    }
    double inverse = 1 / (z * z);
    double series = 1 + inverse * (-3 + inverse * (15 + inverse * (-105 + inverse * 945)));
    return logDensity + Math.log(inverse * series);
  }

  /** Φ(z). */
  static double cumulative(double z) {
    return 0.5 * Erf.erfc(-z / Math.sqrt(2));
  }
}
