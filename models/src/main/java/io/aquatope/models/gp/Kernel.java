/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.gp;

/**
 * A covariance function k(a, b) with its derivatives. Parameters are positive and represented as
 * logarithms, so that an optimiser can change them freely.
 */
public sealed interface Kernel permits Matern52Kernel, LinearKernel, IndependentKernel, SumKernel {

  /** Covariance of the function at {@code a} and {@code b}; both have the kernel's dimension. */
  double value(double[] a, double[] b);

  /**
   * Covariance of {@code a} and {@code b}; writes dk/d(log parameter) into {@code gradient} from
   * index {@code offset} on, in the order of {@link #logParameters()}.
   */
  double valueAndParameterGradient(double[] a, double[] b, double[] gradient, int offset);

  /**
   * Adds {@code weight} times dk(a, b)/da to {@code gradient}, which has the kernel's dimension.
   */
  void addInputGradient(double[] a, double[] b, double weight, double[] gradient);

  /** Natural logarithms of the learnable parameters; empty if none is learnt. */
  double[] logParameters();

  /** The same kernel with other parameters, read from {@code logParameters} at {@code offset}. */
  Kernel withLogParameters(double[] logParameters, int offset);

  /** Logarithm of the prior density of the parameters, without its constant terms. */
  double logPrior();

  /** Adds d logPrior / d(log parameter) to {@code gradient} from index {@code offset} on. */
  void addLogPriorGradient(double[] gradient, int offset);
}
