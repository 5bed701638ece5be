/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected numbers: PyTorch 2.15.0, {@code torch.optim.Adam} at rate 0.1. */
class AdamOptimizerTest {

  @Test
  void threeStepsAgreeWithPyTorch() {
    Parameter weights = new Parameter(1, 3);
    weights.value.data = new double[] {1, -2, 0.5};
    AdamOptimizer adam = new AdamOptimizer(List.of(weights));

    for (int step = 0; step < 3; step++) {
      for (int i = 0; i < 3; i++) {
        double w = weights.value.data[i];
        weights.gradient.data[i] = 3 * w * w - (i + 1);
      }
      adam.step(0.1);
    }

    assertThat(weights.value.data)
        .containsExactly(
            new double[] {0.7088860894838955, -2.3004933365435445, 0.7968133626153213},
            within(1e-12));
    assertThat(weights.gradient.data).containsOnly(0);
  }
}
