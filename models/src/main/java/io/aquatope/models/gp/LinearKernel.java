/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.gp;

/**
 * Covariance of a random plane: {@code k(a,b) = v_0 + Σ_j v_j a_j b_j}, the kernel of a Bayesian
 * linear trend whose intercept has prior variance v_0 and whose slope along input j has v_j. Added
 * to a stationary kernel it lets a model extrapolate a trend. It has no learnt parameters.
 */
public final class LinearKernel implements Kernel {

  private final double interceptVariance;
  private final double[] slopeVariances;

  public LinearKernel(double interceptVariance, double[] slopeVariances) {
    this.interceptVariance = interceptVariance;
    this.slopeVariances = slopeVariances.clone();
  }

  @Override
  public double value(double[] a, double[] b) {
    double sum = interceptVariance;
    for (int j = 0; j < slopeVariances.length; j++) {
      sum += slopeVariances[j] * a[j] * b[j];
    }
    return sum;
  }

  @Override
  public double valueAndParameterGradient(double[] a, double[] b, double[] gradient, int offset) {
    return value(a, b);
  }

  @Override
  public void addInputGradient(double[] a, double[] b, double weight, double[] gradient) {
    for (int j = 0; j < slopeVariances.length; j++) {
      gradient[j] += weight * slopeVariances[j] * b[j];
    }
  }

  @Override
  public double[] logParameters() {
    return new double[0];
  }

  @Override
  public Kernel withLogParameters(double[] logParameters, int offset) {
    return this;
  }

  @Override
  public double logPrior() {
    return 0;
  }

  @Override
  public void addLogPriorGradient(double[] gradient, int offset) {}
}
