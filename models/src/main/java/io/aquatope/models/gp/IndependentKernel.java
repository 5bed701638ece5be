/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.gp;

import java.util.Arrays;

/**
 * Covariance of a deviation that each distinct input has of its own: {@code k(a,b) = v + a_j²} if a
 * equals b, else 0. Unlike noise it is the same each time an input is observed. Nothing is learnt.
 *
 * @param variance v, not negative
 * @param coordinate j, where an input holds by how much more than others it may deviate, as a
 *     standard deviation; negative if inputs hold no such thing
 */
public record IndependentKernel(double variance, int coordinate) implements Kernel {

  /** All inputs deviate alike. */
  public IndependentKernel(double variance) {
    this(variance, -1);
  }

  @Override
  public double value(double[] a, double[] b) {
    if (!Arrays.equals(a, b)) {
      return 0;
    }
    return coordinate < 0 ? variance : variance + a[coordinate] * a[coordinate];
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
