/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network.layer;

import java.util.List;

/**
 * Adam (Kingma and Ba, 2015). It steps along the mean gradient divided by the root of its mean
 * square. Both means are discounted and corrected for starting at zero.
 */
public final class AdamOptimizer {

  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final List<Parameter> parameters;

  /** BETA1 and BETA2 to the power of the steps so far. */
  private final double[] powers = {1, 1};

  public AdamOptimizer(List<Parameter> parameters) {
    this.parameters = parameters;
  }

  /** State of the step size besides the moments; the array itself. */
  public double[] powers() {
    return powers;
  }

  /** Updates all weights from their gradients, and sets the gradients to zero. */
  public void step(double rate) {
    powers[0] *= BETA1;
    powers[1] *= BETA2;
    double correction = Math.sqrt(1 - powers[1]);
    double scale = rate * correction / (1 - powers[0]);
    double epsilon = EPSILON * correction;
    for (Parameter parameter : parameters) {
      double[] value = parameter.value.data;
      double[] gradient = parameter.gradient.data;
      double[] first = parameter.firstMoment.data;
      double[] second = parameter.secondMoment.data;
      for (int i = 0; i < value.length; i++) {
        double g = gradient[i];
        first[i] = BETA1 * first[i] + (1 - BETA1) * g;
        second[i] = BETA2 * second[i] + (1 - BETA2) * g * g;
        value[i] -= scale * first[i] / (Math.sqrt(second[i]) + epsilon);
        gradient[i] = 0;
      }
    }
  }
}
