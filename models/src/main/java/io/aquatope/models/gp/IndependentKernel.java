/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.gp;

import java.util.Arrays;

/**
 * Covariance of a deviation that each distinct input has of its own: {@code k(a,b) = v} if a equals
 * b, else 0. Unlike noise it is the same each time an input is observed. Nothing is learnt.
 *
 * @param variance v, not negative
 */
public record IndependentKernel(double variance) implements Kernel {

  @Override
  public double value(double[] a, double[] b) {
    return Arrays.equals(a, b) ? variance : 0;
  }

  @Override
  public double valueAndParameterGradient(double[] a, double[] b, double[] gradient, int offset) {
    return value(a, b);
  }

  @Override
  public void addInputGradient(double[] a, double[] b, double weight, double[] gradient) {}

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
