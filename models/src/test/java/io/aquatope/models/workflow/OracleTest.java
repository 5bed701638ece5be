/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OracleTest {

  @ParameterizedTest
  @ValueSource(doubles = {2.6, 3.5, 6, 20})
  void agreesWithExhaustiveSearch(double qosSeconds) {
    MeasuredWorkflow workflow =
        SyntheticWorkflows.chain(SyntheticWorkflows.THREE.subList(1, 3), qosSeconds, 0.08, 7);
    double least = Double.POSITIVE_INFINITY;
    for (int a = 0; a < 32; a++) {
      for (int b = 0; b < 32; b++) {
        Choice choice = Choice.of(a, b);
        if (workflow.cost(choice) < least && workflow.feasible(choice)) {
          least = workflow.cost(choice);
        }
      }
    }
    Oracle.Solution solution = Oracle.solve(workflow).orElseThrow();
    assertThat(solution.exact()).isTrue();
    assertThat(solution.cost()).isCloseTo(least, within(1e-15));
    assertThat(workflow.feasible(solution.choice())).isTrue();
  }

  @Test
  void saysSoWhenNothingMeetsTheTarget() {
    assertThat(Oracle.solve(SyntheticWorkflows.chain(SyntheticWorkflows.THREE, 0.5, 0.05, 7)))
        .isEmpty();
  }
}
