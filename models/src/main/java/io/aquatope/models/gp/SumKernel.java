/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.gp;

import com.google.common.primitives.Doubles;

/**
 * The covariance of the sum of two independent functions: {@code k = k_1 + k_2}; its parameters are
 * those of the first followed by those of the second.
 */
public record SumKernel(Kernel first, Kernel second) implements Kernel {

  @Override
  public double value(double[] a, double[] b) {
    return first.value(a, b) + second.value(a, b);
  }

  @Override
  public double valueAndParameterGradient(double[] a, double[] b, double[] gradient, int offset) {
    return first.valueAndParameterGradient(a, b, gradient, offset)
        + second.valueAndParameterGradient(a, b, gradient, offset + firstCount());
  }

  @Override
  public void addInputGradient(double[] a, double[] b, double weight, double[] gradient) {
    first.addInputGradient(a, b, weight, gradient);
    second.addInputGradient(a, b, weight, gradient);
  }

  @Override
  public double[] logParameters() {
    return Doubles.concat(first.logParameters(), second.logParameters());
  }

  @Override
  public Kernel withLogParameters(double[] logParameters, int offset) {
    return new SumKernel(
        first.withLogParameters(logParameters, offset),
        second.withLogParameters(logParameters, offset + firstCount()));
  }

  @Override
  public double logPrior() {
    return first.logPrior() + second.logPrior();
  }

  @Override
  public void addLogPriorGradient(double[] gradient, int offset) {
    first.addLogPriorGradient(gradient, offset);
    second.addLogPriorGradient(gradient, offset + firstCount());
  }

  private int firstCount() {
    return first.logParameters().length;
  }
}
