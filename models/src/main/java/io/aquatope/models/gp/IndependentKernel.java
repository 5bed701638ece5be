/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.gp;

import java.util.Arrays;
import java.util.Optional;

/**
 * Covariance of an individual deviation of each distinct input: {@code k(a,b) = v + a_j²} if a
 * equals b, else 0. Unlike noise it is the same each time an input is observed. v is learnt if it
 * has a prior.
 *
 * @param variance v, positive
 * @param coordinate j, coordinate of the additional standard deviation of an input; negative if
 *     inputs have none
 * @param prior of v
 */
public record IndependentKernel(double variance, int coordinate, Optional<LogNormalPrior> prior)
    implements Kernel {

  /** All inputs deviate alike, by a known variance. */
  public IndependentKernel(double variance) {
    this(variance, -1, Optional.empty());
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
    double value = value(a, b);
    if (prior.isPresent()) {
      gradient[offset] = value == 0 ? 0 : variance;
    }
    return value;
  }

  @Override
  public void addInputGradient(double[] a, double[] b, double weight, double[] gradient) {}

  @Override
  public double[] logParameters() {
    return prior.isPresent() ? new double[] {Math.log(variance)} : new double[0];
  }

  @Override
  public Kernel withLogParameters(double[] logParameters, int offset) {
    return prior.isPresent()
        ? new IndependentKernel(Math.exp(logParameters[offset]), coordinate, prior)
        : this;
  }

  @Override
  public double logPrior() {
    return prior.map(p -> p.logDensity(Math.log(variance))).orElse(0.0);
  }

  @Override
  public void addLogPriorGradient(double[] gradient, int offset) {
    prior.ifPresent(p -> gradient[offset] += p.gradient(Math.log(variance)));
  }
}
