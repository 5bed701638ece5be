/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.gp;

/**
 * Log-normal prior of a positive parameter, for maximum-a-posteriori fitting. The density is that
 * of the parameter itself, so its mode is {@code exp(location - scale^2)}.
 *
 * @param location mean of the parameter's logarithm
 * @param scale standard deviation of the parameter's logarithm, positive
 */
public record LogNormalPrior(double location, double scale) {

  public LogNormalPrior {
    if (!(scale > 0)) {
      throw new IllegalArgumentException("scale must be positive, was " + scale);
    }
  }

  /**
   * The length-scale prior for inputs in the unit cube that grows with the square root of the
   * dimension: LogNormal(sqrt 2 + log(d)/2, sqrt 3). Source: Hvarfner, Hellsten and Nardi, "Vanilla
   * Bayesian Optimization Performs Great in High Dimensions", ICML 2024.
   */
  public static LogNormalPrior dimensionScaled(int dimension) {
    return new LogNormalPrior(Math.sqrt(2) + 0.5 * Math.log(dimension), Math.sqrt(3));
  }

  /** The prior whose density is greatest at {@code mode}. */
  public static LogNormalPrior withMode(double mode, double scale) {
    return new LogNormalPrior(Math.log(mode) + scale * scale, scale);
  }

  /** The parameter with the greatest density. */
  public double mode() {
    return Math.exp(location - scale * scale);
  }

  /** Log density of a parameter with logarithm {@code logValue}, without the constant terms. */
  double logDensity(double logValue) {
    double z = (logValue - location) / scale;
    return -0.5 * z * z - logValue;
  }

  /** Derivative of {@link #logDensity} by {@code logValue}. */
  double gradient(double logValue) {
    return -(logValue - location) / (scale * scale) - 1;
  }
}
