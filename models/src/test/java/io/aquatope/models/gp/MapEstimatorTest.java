/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aquatope.models.distribution.RandomVariates;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MapEstimatorTest {

  private static final LogNormalPrior WIDE = new LogNormalPrior(0, 1.5);

  /**
   * Expected: torch 2.15.0, automatic differentiation of MultivariateNormal.log_prob with zero mean
   * by the logarithms of both length scales, signal variance and noise variance.
   */
  @Test
  void likelihoodAndGradientAgreeWithTorch() {
    MapEstimator estimator = new MapEstimator(WIDE, false, 0, 10);
    double[] gradient = new double[4];
    double value =
        estimator.logPosterior(
            GaussianProcessTest.KERNEL,
            TrainingSet.of(
                GaussianProcessTest.X, GaussianProcessTest.Y, GaussianProcessTest.KNOWN_NOISE),
            new double[] {Math.log(.4), Math.log(.8), Math.log(1.3), Math.log(.05)},
            gradient,
            false);
    assertThat(value).isCloseTo(-5.813665932101176, within(1e-9));
    assertThat(gradient)
        .containsExactly(
            new double[] {
              -0.38816023059568494, -0.20335662922489775, -0.7084781025292128, 0.029175831853203472
            },
            within(1e-7));
  }

  @Test
  void gradientOfThePosteriorMatchesFiniteDifferencesWithLearntMean() {
    MapEstimator estimator = new MapEstimator(WIDE, true, 0, 10);
    Kernel kernel =
        new SumKernel(
            new LinearKernel(2, new double[] {.3, .1}),
            new SumKernel(new IndependentKernel(.02), GaussianProcessTest.KERNEL));
    TrainingSet data = TrainingSet.of(GaussianProcessTest.X, GaussianProcessTest.Y);
    double[] p = {-0.5, 0.3, 0.2, -2};
    double[] gradient = new double[4];
    estimator.logPosterior(kernel, data, p, gradient, true);
    for (int j = 0; j < p.length; j++) {
      double[] up = p.clone();
      double[] down = p.clone();
      up[j] += 1e-5;
      down[j] -= 1e-5;
      double difference =
          (estimator.logPosterior(kernel, data, up, new double[4], true)
                  - estimator.logPosterior(kernel, data, down, new double[4], true))
              / 2e-5;
      assertThat(gradient[j]).isCloseTo(difference, within(1e-6));
    }
  }

  @Test
  void findsNoiseAndRelevanceOfInputs() {
    SplittableRandom random = new SplittableRandom(3);
    int n = 120;
    double[][] x = new double[n][];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = new double[] {random.nextDouble(), random.nextDouble()};
      y[i] = 5 + Math.sin(7 * x[i][0]) + 0.1 * RandomVariates.normal(random);
    }
    GaussianProcess fitted =
        MapEstimator.standard()
            .fit(Matern52Kernel.forUnitCube(2), 0.02, TrainingSet.of(x, y), random.split());
    double[] logs = fitted.kernel().logParameters();
    assertThat(Math.sqrt(fitted.noiseVariance())).isCloseTo(0.1, within(0.03));
    assertThat(logs[1]).as("irrelevant input").isGreaterThan(logs[0] + 1);
    assertThat(fitted.mean(new double[] {0.3, 0.5})).isCloseTo(5 + Math.sin(2.1), within(0.1));
  }

  @Test
  void limitedMemoryBfgsFindsRosenbrocksMinimumAndRespectsTheBox() {
    DifferentiableFunction rosenbrock =
        (v, g) -> {
          double a = 1 - v[0];
          double b = v[1] - v[0] * v[0];
          g[0] = -2 * a - 400 * v[0] * b;
          g[1] = 200 * b;
          return a * a + 100 * b * b;
        };
    double[] wide = {5, 5};
    LbfgsOptimizer search = new LbfgsOptimizer(6, 300, 1e-14);
    LbfgsOptimizer.Minimum free =
        search.minimize(rosenbrock, new double[] {-1.2, 1}, new double[] {-5, -5}, wide);
    assertThat(free.point()).containsExactly(new double[] {1, 1}, within(1e-3));
    LbfgsOptimizer.Minimum boxed =
        search.minimize(
            rosenbrock, new double[] {-1.2, 0.2}, new double[] {-5, -5}, new double[] {0.5, 5});
    assertThat(boxed.point()).containsExactly(new double[] {0.5, 0.25}, within(1e-3));
    assertThat(Arrays.stream(boxed.point()).max().orElseThrow()).isLessThanOrEqualTo(0.5);
  }
}
