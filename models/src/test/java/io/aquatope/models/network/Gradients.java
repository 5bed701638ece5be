/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aquatope.models.network.layer.Parameter;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/** Holds gradients against central finite differences, (f(w + h) - f(w - h)) / 2h. */
final class Gradients {

  private static final double STEP = 1e-5;
  private static final int PER_PARAMETER = 12;

  private Gradients() {}

  /**
   * Compares some weights of each parameter.
   *
   * @param accumulate the loss, adding to the gradients
   * @param loss the same loss; may add to the gradients as well
   */
  static void check(List<Parameter> parameters, DoubleSupplier accumulate, DoubleSupplier loss) {
    double value = accumulate.getAsDouble();
    List<double[]> gradients =
        parameters.stream().map(parameter -> parameter.gradient.data.clone()).toList();
    assertThat(loss.getAsDouble()).isCloseTo(value, within(1e-12));
    SplittableRandom random = new SplittableRandom(9);
    for (int p = 0; p < parameters.size(); p++) {
      double[] weights = parameters.get(p).value.data;
      for (int trial = 0; trial < PER_PARAMETER; trial++) {
        int i = random.nextInt(weights.length);
        double weight = weights[i];
        weights[i] = weight + STEP;
        double above = loss.getAsDouble();
        weights[i] = weight - STEP;
        double below = loss.getAsDouble();
        weights[i] = weight;
        assertThat(gradients.get(p)[i])
            .as("weight %d of parameter %d", i, p)
            .isCloseTo((above - below) / (2 * STEP), within(1e-7));
      }
    }
  }
}
