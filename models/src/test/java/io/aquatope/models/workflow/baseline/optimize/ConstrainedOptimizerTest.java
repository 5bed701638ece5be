/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConstrainedOptimizerTest {

  private static final SearchSpace SQUARE =
      SearchSpace.of(SearchDimension.continuous(0, 6), SearchDimension.continuous(0, 6));

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
            gardnerObjective(x) + 0.02 * noise.nextGaussian(),
            gardnerConstraint(x) + 0.02 * noise.nextGaussian());
      }
    }
    double[] best = optimizer.recommend();
    assertThat(gardnerConstraint(best)).isLessThan(0.05);
    assertThat(gardnerObjective(best)).as("optimum is about -1.999").isLessThan(-1.85);
  }

  @Test
  void pointsOfABatchDifferAndLieOnTheSteps() {
    SearchSpace space =
        SearchSpace.of(
            SearchDimension.stepped(0.1, 6, 0.1), SearchDimension.stepped(128, 1024, 64));
    ConstrainedOptimizer optimizer =
        new ConstrainedOptimizer(space, OptimizerSettings.costUnderLatency(5, 0.95, 4), 1);
    for (int i = 0; i < 4; i++) {
      for (double[] x : optimizer.ask(1)) {
        optimizer.tell(x, x[0] + x[1] / 1000, 4 / x[0]);
      }
    }
    List<double[]> batch = optimizer.ask(3);
    assertThat(batch).doesNotHaveDuplicates();
    for (double[] x : batch) {
      double steps = (x[0] - 0.1) / 0.1;
      assertThat(steps).isCloseTo(Math.rint(steps), within(1e-6));
      assertThat(x[1] % 64).isZero();
    }
  }

  @Test
  void safeModeKeepsBrokenConstraintsRare() {
    int brokenFree = brokenRuns(0);
    int brokenSafe = brokenRuns(0.95);
    assertThat(brokenSafe).isLessThanOrEqualTo(3).isLessThan(brokenFree);
  }

  /** Latency 4/cores with 5 % noise against 2 s: safe are cores above 2.2 or so. */
  private static int brokenRuns(double safety) {
    SplittableRandom noise = new SplittableRandom(9);
    SearchSpace space = SearchSpace.of(new SearchDimension(0.5, 6, 0, true));
    ConstrainedOptimizer optimizer =
        new ConstrainedOptimizer(
            space, OptimizerSettings.costUnderLatency(2, 0.9, 0).withSafety(safety), 2);
    for (double cores : new double[] {6, 5, 4}) {
      optimizer.tell(new double[] {cores}, cores, latency(cores, noise));
    }
    int broken = 0;
    for (int i = 0; i < 30; i++) {
      double[] x = optimizer.ask(1).get(0);
      double latency = latency(x[0], noise);
      optimizer.tell(x, x[0], latency);
      broken += latency > 2 ? 1 : 0;
    }
    assertThat(optimizer.recommend()[0]).isBetween(1.9, 3.0);
    return broken;
  }

  private static double latency(double cores, SplittableRandom noise) {
    return 4 / cores * Math.exp(0.05 * noise.nextGaussian());
  }

  @Test
  void givenContextIsKept() {
    SearchSpace space =
        new SearchSpace(
            ImmutableList.of(SearchDimension.continuous(0, 1), SearchDimension.continuous(0, 100)),
            1);
    ConstrainedOptimizer optimizer =
        new ConstrainedOptimizer(space, OptimizerSettings.standard(10, 4), 3);
    for (int i = 0; i < 12; i++) {
      double load = 10.0 * (i % 3);
      double[] x = optimizer.ask(1, load).get(0);
      assertThat(x[1]).isCloseTo(load, within(1e-9));
      optimizer.tell(x, Math.pow(x[0] - load / 100, 2), 0);
    }
    assertThatThrownBy(() -> optimizer.ask(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected 1 context values, got 0");
  }

  /** Latency is input size over cores, against 2 s: each size needs half its number of cores. */
  @Test
  void largerInputsAreGivenMoreCores() {
    SearchSpace space =
        new SearchSpace(
            ImmutableList.of(SearchDimension.continuous(0.5, 8), SearchDimension.continuous(1, 12)),
            1);
    ConstrainedOptimizer optimizer =
        new ConstrainedOptimizer(space, OptimizerSettings.costUnderLatency(2, 0.9, 6), 3);
    SplittableRandom noise = new SplittableRandom(1);
    double[] sizes = {2, 6, 10};
    for (int i = 0; i < 36; i++) {
      double size = sizes[i % 3];
      double[] x = optimizer.ask(1, size).get(0);
      optimizer.tell(x, x[0], size / x[0] * Math.exp(0.02 * noise.nextGaussian()));
    }
    for (double size : new double[] {2, 4, 8, 10}) {
      assertThat(optimizer.recommend(size)[0]).as("cores for %s", size).isBetween(size / 2, size);
    }
    assertThatThrownBy(optimizer::recommend)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected 1 context values, got 0");
  }

  @Test
  void doubtfulKnowledgeOfASimilarFunctionSpeedsUpTheStart() {
    ConstrainedOptimizer optimizer =
        new ConstrainedOptimizer(SQUARE, OptimizerSettings.standard(0, 0), 5);
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 40; i++) {
      double[] x = {6 * random.nextDouble(), 6 * random.nextDouble()};
      optimizer.tell(x, gardnerObjective(x) + 0.1, gardnerConstraint(x), 0.01);
    }
    double[] first = optimizer.ask(1).get(0);
    assertThat(gardnerConstraint(first)).isLessThan(0.3);
    assertThat(gardnerObjective(first)).isLessThan(-1);
  }
}
