/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.gp;

/** A real function of a vector together with its gradient. */
@FunctionalInterface
public interface DifferentiableFunction {

  /** The value at {@code x}; overwrites {@code gradient}, which has the length of {@code x}. */
  double valueAndGradient(double[] x, double[] gradient);
}
