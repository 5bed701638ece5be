/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.models.distribution.RandomVariates;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConstrainedOptimizerTest {

  private static final SearchSpace SQUARE =
      SearchSpace.of(new SearchDimension(0, 6), new SearchDimension(0, 6));

  /** Gardner et al., "Bayesian Optimization with Inequality Constraints", ICML 2014, problem 1. */
  private static double gardnerObjective(double[] x) {
    return Math.cos(2 * x[0]) * Math.cos(x[1]) + Math.sin(x[0]);
  }

  private static double gardnerConstraint(double[] x) {
    return Math.cos(x[0]) * Math.cos(x[1]) - Math.sin(x[0]) * Math.sin(x[1]) + 0.5;
  }

  @Test
  void solvesGardnersProblemUnderNoise() {
    SplittableRandom noise = new SplittableRandom(4);
    ConstrainedOptimizer optimizer =
        new ConstrainedOptimizer(SQUARE, OptimizerSettings.standard(0, 8), 11);
    for (int round = 0; round < 14; round++) {
      for (double[] x : optimizer.ask(3)) {
        optimizer.tell(
            x,
            gardnerObjective(x) + 0.02 * RandomVariates.normal(noise),
            gardnerConstraint(x) + 0.02 * RandomVariates.normal(noise));
      }
    }
    double[] best = optimizer.recommend();
    assertThat(gardnerConstraint(best)).isLessThan(0.05);
    assertThat(gardnerObjective(best)).as("optimum is about -1.999").isLessThan(-1.85);
  }

  @Test
  void pointsOfABatchDifferAndLieInTheBox() {
    SearchSpace space = SearchSpace.of(new SearchDimension(0.1, 6), new SearchDimension(128, 1024));
    ConstrainedOptimizer optimizer =
        new ConstrainedOptimizer(space, OptimizerSettings.standard(5, 4), 2);
    for (int i = 0; i < 4; i++) {
      for (double[] x : optimizer.ask(1)) {
        optimizer.tell(x, x[0] + x[1] / 1000, 4 / x[0]);
      }
    }
    List<double[]> batch = optimizer.ask(3);
    assertThat(batch).doesNotHaveDuplicates();
    for (double[] x : batch) {
      assertThat(x[0]).isBetween(0.1, 6.0);
      assertThat(x[1]).isBetween(128.0, 1024.0);
    }
  }

  @Test
  void outcomesMustBeFinite() {
    ConstrainedOptimizer optimizer =
        new ConstrainedOptimizer(SQUARE, OptimizerSettings.standard(0, 8), 1);
    assertThatThrownBy(() -> optimizer.tell(new double[] {1, 1}, Double.NaN, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("finite");
  }
}
