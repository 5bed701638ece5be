/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

import com.google.common.primitives.Doubles;
import io.aquatope.models.gp.IndependentKernel;
import io.aquatope.models.gp.Kernel;
import io.aquatope.models.gp.LinearKernel;
import io.aquatope.models.gp.LogNormalPrior;
import io.aquatope.models.gp.Matern52Kernel;
import io.aquatope.models.gp.SumKernel;
import io.aquatope.models.workflow.StageSpace;
import java.util.Arrays;
import java.util.Optional;

/**
 * Prior of a stage's latency, except its {@link ScalingCurves}: a plane with an arbitrary intercept
 * and small slopes, and a Matérn 5/2 process over log cores and log memory, each scaled to the unit
 * interval over the candidates. Runs before a change in behaviour have an unknown offset. A
 * candidate may be odd by a given amount.
 */
final class StagePrior {

  static final LogNormalPrior NOISE_VARIANCE = LogNormalPrior.withMode(0.0006, 1.2);

  private static final double CPU_SLOPE_DEVIATION = 0.1;
  private static final double MEMORY_SLOPE_DEVIATION = 0.05;
  private static final double ERA_DEVIATION = 0.7;
  private static final double INTERCEPT_DEVIATION = 4;
  private static final LogNormalPrior LENGTH_SCALE = LogNormalPrior.withMode(0.6, 0.6);
  private static final LogNormalPrior SIGNAL_VARIANCE = LogNormalPrior.withMode(0.008, 1.2);
  private static final LogNormalPrior CONFIGURATION_VARIANCE = LogNormalPrior.withMode(0.0009, 1.2);

  /** Index of the first coordinate after CPU and memory. */
  private static final int ERA = 2;

  private static final int ODDITY = 3;

  private final double[][] coordinates;
  private final Kernel kernel;

  StagePrior(StageSpace space) {
    int n = space.size();
    double[] cpu = space.candidates().stream().mapToDouble(c -> Math.log(c.cores())).toArray();
    double[] memory =
        space.candidates().stream().mapToDouble(c -> Math.log(c.memoryGib())).toArray();
    double cpuRange = range(cpu);
    double memoryRange = range(memory);
    coordinates = new double[n][];
    for (int i = 0; i < n; i++) {
      coordinates[i] =
          new double[] {scaled(cpu, i, cpuRange), scaled(memory, i, memoryRange), 0, 0};
    }
    kernel =
        new SumKernel(
            new LinearKernel(
                INTERCEPT_DEVIATION * INTERCEPT_DEVIATION,
                new double[] {
                  square(CPU_SLOPE_DEVIATION * cpuRange),
                  square(MEMORY_SLOPE_DEVIATION * memoryRange),
                  square(ERA_DEVIATION)
                }),
            new SumKernel(
                new IndependentKernel(
                    CONFIGURATION_VARIANCE.mode(), ODDITY, Optional.of(CONFIGURATION_VARIANCE)),
                Matern52Kernel.of(new double[] {0.6, 0.6}, 0.003, LENGTH_SCALE, SIGNAL_VARIANCE)));
  }

  Kernel kernel() {
    return kernel;
  }

  /** Each candidate now; {@code oddities} are in log seconds, one for each candidate. */
  double[][] candidates(double[] oddities) {
    double[][] inputs = new double[coordinates.length][];
    Arrays.setAll(inputs, c -> input(c, oddities));
    return inputs;
  }

  /** A run that was observed, {@code era} being the present one. */
  double[] input(StageHistory.Entry run, int era, double[] oddities) {
    double[] input = input(run.candidate(), oddities);
    input[ERA] = era - run.era();
    return input;
  }

  private double[] input(int candidate, double[] oddities) {
    double[] input = coordinates[candidate].clone();
    input[ODDITY] = oddities[candidate];
    return input;
  }

  private static double range(double[] values) {
    return Doubles.max(values) - Doubles.min(values);
  }

  private static double scaled(double[] values, int i, double range) {
    return range == 0 ? 0 : 1 + (values[i] - Doubles.max(values)) / range;
  }

  private static double square(double v) {
    return v * v;
  }
}
