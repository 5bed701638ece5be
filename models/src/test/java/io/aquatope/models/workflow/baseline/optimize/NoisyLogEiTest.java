/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aquatope.models.gp.GaussianProcess;
import io.aquatope.models.gp.Matern52Kernel;
import io.aquatope.models.gp.TrainingSet;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NoisyLogEiTest {

  private final SplittableRandom random = new SplittableRandom(5);
  private final double[][] inputs = QuasiNormal.uniform(20, 3, random);

  private GaussianProcess process(double phase, double noise) {
    double[] y =
        Arrays.stream(inputs)
            .mapToDouble(x -> Math.sin(4 * x[0] + phase) + x[1] * x[2] - 0.5)
            .toArray();
    return GaussianProcess.of(Matern52Kernel.forUnitCube(3), noise, 0.1, TrainingSet.of(inputs, y));
  }

  private NoisyLogEi acquisition(int samples, double noise, double bound) {
    double[][] base = Arrays.copyOf(inputs, 6);
    double[][] normals = QuasiNormal.normal(samples, 14, random);
    double[][] others = new double[samples][];
    Arrays.setAll(others, s -> Arrays.copyOfRange(normals[s], 7, 14));
    return new NoisyLogEi(
        new OutcomeSampler(process(0, noise), base, normals),
        new OutcomeSampler(process(2, noise), base, others),
        bound);
  }

  @Test
  void gradientMatchesFiniteDifferences() {
    NoisyLogEi acquisition = acquisition(64, 0.05, 0.3);
    for (double[] x : QuasiNormal.uniform(10, 3, random)) {
      double[] gradient = new double[3];
      acquisition.valueAndGradient(x, gradient);
      for (int j = 0; j < 3; j++) {
        double[] up = x.clone();
        double[] down = x.clone();
        up[j] += 1e-6;
        down[j] -= 1e-6;
        double difference =
            (acquisition.valueAndGradient(up, new double[3])
                    - acquisition.valueAndGradient(down, new double[3]))
                / 2e-6;
        assertThat(gradient[j]).isCloseTo(difference, within(1e-4 * (1 + Math.abs(difference))));
      }
    }
  }

  /** Without noise and with a constraint that always holds, it is analytic expected improvement. */
  @Test
  void withoutNoiseAndConstraintItIsLogExpectedImprovement() {
    double[][] base = Arrays.copyOf(inputs, 6);
    GaussianProcess objective = process(0, 1e-8);
    double incumbent = Arrays.stream(base).mapToDouble(objective::mean).min().orElseThrow();
    NoisyLogEi acquisition = acquisition(4096, 1e-8, 1e3);
    int compared = 0;
    for (double[] x : QuasiNormal.uniform(20, 3, random)) {
      double analytic =
          LogExpectedImprovement.of(objective.mean(x), Math.sqrt(objective.variance(x)), incumbent);
      if (analytic > -5) {
        compared++;
        assertThat(-acquisition.valueAndGradient(x, new double[3]))
            .isCloseTo(analytic, within(0.15));
      }
    }
    assertThat(compared).isPositive();
  }
}
