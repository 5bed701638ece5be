/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aquatope.models.distribution.RandomVariates;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Expected values: scikit-learn 1.9.1, GaussianProcessRegressor with ConstantKernel(1.3) *
 * Matern([0.4, 0.8], nu=2.5), alpha = known noise + 0.05, mean 0.15 subtracted. GPyTorch 1.15.2
 * (torch 2.15.0) gives the same to its own precision: posterior means -0.0046807, 0.1870904,
 * -0.1536805.
 */
class GaussianProcessTest {

  static final double[][] X = {{.1, .2}, {.4, .9}, {.7, .3}, {.95, .6}, {.5, .5}};
  static final double[] Y = {.3, -.7, 1.1, .4, -.2};
  static final double[] KNOWN_NOISE = {0, .01, 0, .02, .005};
  static final double[][] TARGETS = {{.3, .3}, {.8, .8}, {0, 1}};
  static final Matern52Kernel KERNEL =
      Matern52Kernel.of(
          new double[] {.4, .8}, 1.3, new LogNormalPrior(0, 1), new LogNormalPrior(0, 1));
  private static final Offset<Double> EXACT = within(1e-9);

  private final GaussianProcess process =
      GaussianProcess.of(KERNEL, 0.05, 0.15, TrainingSet.of(X, Y, KNOWN_NOISE));

  @Test
  void posteriorAgreesWithScikitLearn() {
    assertThat(Arrays.stream(TARGETS).mapToDouble(process::mean).toArray())
        .containsExactly(
            new double[] {-0.004680486067303785, 0.1870906646494046, -0.1536802589368967}, EXACT);
    assertThat(Arrays.stream(TARGETS).mapToDouble(process::variance).toArray())
        .containsExactly(
            new double[] {0.18415631430643287, 0.27149248381151386, 0.7919749173356502}, EXACT);
  }

  @Test
  void posteriorCovarianceAgreesWithGpytorch() {
    GaussianPosterior posterior = process.posterior(TARGETS);
    assertThat(posterior.covariance().get(0, 1)).isCloseTo(-0.04724991, within(1e-6));
    assertThat(posterior.covariance().get(0, 2)).isCloseTo(-0.01055046, within(1e-6));
    assertThat(posterior.covariance().get(2, 1)).isCloseTo(-0.03422965, within(1e-6));
  }

  /** Expected: five scikit-learn regressors, each without one of the points. */
  @Test
  void leaveOneOutAgreesWithRefittingWithoutEachPoint() {
    LeaveOneOut leaveOneOut = process.leaveOneOut();
    assertThat(leaveOneOut.means())
        .containsExactly(
            new double[] {
              -0.25306824034792097,
              -0.4646258394541324,
              0.16004536506776057,
              0.8975095908120518,
              0.29570150865710265
            },
            EXACT);
    assertThat(leaveOneOut.variances())
        .containsExactly(
            new double[] {
              1.02157909417769,
              0.5219280632139146,
              0.3506731152106099,
              0.7442636065710581,
              0.2582642467195951
            },
            EXACT);
  }

  @Test
  void growingByOnePointEqualsStartingWithAll() {
    GaussianProcess grown =
        GaussianProcess.of(
                KERNEL,
                0.05,
                0.15,
                TrainingSet.of(
                    Arrays.copyOf(X, 4), Arrays.copyOf(Y, 4), Arrays.copyOf(KNOWN_NOISE, 4)))
            .with(X[4], Y[4], KNOWN_NOISE[4]);
    for (double[] target : TARGETS) {
      assertThat(grown.mean(target)).isCloseTo(process.mean(target), EXACT);
      assertThat(grown.variance(target)).isCloseTo(process.variance(target), EXACT);
    }
  }

  @Test
  void samplesHaveThePosteriorsMoments() {
    GaussianPosterior posterior = process.posterior(TARGETS);
    SplittableRandom random = new SplittableRandom(1);
    double[][] normals = new double[20_000][3];
    for (double[] row : normals) {
      Arrays.setAll(row, i -> RandomVariates.normal(random));
    }
    double[][] samples = posterior.samples(normals);
    double mean = Arrays.stream(samples).mapToDouble(s -> s[1]).average().orElseThrow();
    double covariance =
        Arrays.stream(samples)
            .mapToDouble(s -> (s[0] - posterior.means()[0]) * (s[1] - posterior.means()[1]))
            .average()
            .orElseThrow();
    assertThat(mean).isCloseTo(posterior.means()[1], within(0.015));
    assertThat(covariance).isCloseTo(posterior.covariance().get(0, 1), within(0.01));
  }

  @Test
  void fiveHundredNearlyEqualPointsAreFactorised() {
    int n = 500;
    double[][] x = new double[n][];
    double[] y = new double[n];
    Arrays.setAll(x, i -> new double[] {0.5 + 1e-9 * i, 0.5});
    GaussianProcess crowded = GaussianProcess.of(KERNEL, 1e-14, 0, TrainingSet.of(x, y));
    assertThat(crowded.mean(new double[] {0.5, 0.5})).isCloseTo(0, EXACT);
  }

  @Test
  void observationsOfUnequalNumberAreRefused() {
    assertThatThrownBy(() -> TrainingSet.of(X, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5, 1, 1");
    assertThatThrownBy(() -> TrainingSet.of(new double[1][2], new double[] {Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("finite");
  }
}
