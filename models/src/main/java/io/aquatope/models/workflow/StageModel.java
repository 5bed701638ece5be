/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import io.aquatope.models.gp.GaussianProcess;
import io.aquatope.models.gp.Kernel;
import io.aquatope.models.gp.LinearKernel;
import io.aquatope.models.gp.LogNormalPrior;
import io.aquatope.models.gp.MapEstimator;
import io.aquatope.models.gp.Matern52;
import io.aquatope.models.gp.SumKernel;
import io.aquatope.models.gp.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One stage's latency as a function of its CPU and memory, learnt from runs: {@code log seconds =
 * -½ log cores + plane + f + e}. The plane has a wide prior, so that latency may be anything from
 * independent of CPU to inversely proportional to it; f is a Matérn 5/2 process over log cores and
 * log memory, each scaled to the unit interval over the candidates; e is the scatter of single
 * runs. Failed runs inform a {@link FailureModel} instead.
 */
final class StageModel {

  private static final double EXPECTED_SLOPE = -0.5;
  private static final double CPU_SLOPE_DEVIATION = 0.35;
  private static final double MEMORY_SLOPE_DEVIATION = 0.08;
  private static final double INTERCEPT_DEVIATION = 3;
  private static final LogNormalPrior LENGTH_SCALE = new LogNormalPrior(Math.log(0.7), 0.6);
  private static final LogNormalPrior SIGNAL_VARIANCE = new LogNormalPrior(Math.log(0.02), 1.5);
  private static final LogNormalPrior NOISE_VARIANCE = new LogNormalPrior(Math.log(0.0025), 1.5);
  private static final int ALWAYS_REFIT_UP_TO = 20;

  private final StageSpace space;
  private final double[][] coordinates;
  private final double[] trend;
  private final FailureModel failures;
  private final SplittableRandom random;
  private final List<double[]> inputs = new ArrayList<>();
  private final List<Double> outputs = new ArrayList<>();
  private Kernel kernel;
  private double noiseVariance = 0.0025;
  private int fittedAt;

  StageModel(StageSpace space, SplittableRandom random) {
    this.space = space;
    this.random = random;
    failures = new FailureModel(space);
    int n = space.size();
    double[] cpu = space.candidates().stream().mapToDouble(c -> Math.log(c.cores())).toArray();
    double[] memory =
        space.candidates().stream().mapToDouble(c -> Math.log(c.memoryGib())).toArray();
    double cpuRange = range(cpu);
    double memoryRange = range(memory);
    coordinates = new double[n][];
    trend = new double[n];
    for (int i = 0; i < n; i++) {
      coordinates[i] = new double[] {scaled(cpu, i, cpuRange), scaled(memory, i, memoryRange)};
      trend[i] = EXPECTED_SLOPE * cpu[i];
    }
    kernel =
        new SumKernel(
            new LinearKernel(
                INTERCEPT_DEVIATION * INTERCEPT_DEVIATION,
                new double[] {
                  square(CPU_SLOPE_DEVIATION * cpuRange),
                  square(MEMORY_SLOPE_DEVIATION * memoryRange)
                }),
            Matern52.of(new double[] {0.7, 0.7}, 0.02, LENGTH_SCALE, SIGNAL_VARIANCE));
  }

  StageSpace space() {
    return space;
  }

  void observe(int candidate, StageRun run) {
    failures.observe(space.candidates().get(candidate), run.succeeded(), 1);
    if (run.succeeded()) {
      inputs.add(coordinates[candidate]);
      outputs.add(Math.log(run.seconds()) - trend[candidate]);
    }
  }

  boolean hasSucceeded() {
    return !outputs.isEmpty();
  }

  /** What is believed now. At least one run must have succeeded. */
  StagePrediction predict() {
    double centre = outputs.get(0);
    double[] y = outputs.stream().mapToDouble(v -> v - centre).toArray();
    TrainingSet data = TrainingSet.of(inputs.toArray(double[][]::new), y);
    GaussianProcess process;
    if (y.length <= ALWAYS_REFIT_UP_TO || y.length >= fittedAt * 1.2) {
      process =
          new MapEstimator(NOISE_VARIANCE, false, 0, 40).fit(kernel, noiseVariance, data, random);
      kernel = process.kernel();
      noiseVariance = process.noiseVariance();
      fittedAt = y.length;
    } else {
      process = GaussianProcess.of(kernel, noiseVariance, 0, data);
    }
    var posterior = process.posterior(coordinates);
    double[] failure = new double[space.size()];
    for (int i = 0; i < failure.length; i++) {
      posterior.means()[i] += centre + trend[i];
      failure[i] = failures.failure(space.candidates().get(i));
    }
    return new StagePrediction(posterior, Math.sqrt(noiseVariance), failure);
  }

  private static double range(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (double v : values) {
      least = Math.min(least, v);
      greatest = Math.max(greatest, v);
    }
    return greatest - least;
  }

  private static double scaled(double[] values, int i, double range) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double v : values) {
      greatest = Math.max(greatest, v);
    }
    return range == 0 ? 0 : 1 + (values[i] - greatest) / range;
  }

  private static double square(double v) {
    return v * v;
  }
}
