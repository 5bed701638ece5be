/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import com.google.common.primitives.Doubles;
import io.aquatope.models.gp.GaussianProcess;
import io.aquatope.models.gp.IndependentKernel;
import io.aquatope.models.gp.Kernel;
import io.aquatope.models.gp.LinearKernel;
import io.aquatope.models.gp.LogNormalPrior;
import io.aquatope.models.gp.MapEstimator;
import io.aquatope.models.gp.Matern52;
import io.aquatope.models.gp.SumKernel;
import io.aquatope.models.gp.TrainingSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One stage's latency as a function of its CPU and memory, learnt from runs: {@code log seconds =
 * g(cores) + plane + f + e}. g is one of the {@link ScalingCurves}, unknown which; the plane has an
 * arbitrary intercept and small slopes; f is a Matérn 5/2 process over log cores and log memory,
 * each scaled to the unit interval over the candidates; e is the scatter of single runs. Failed
 * runs inform a {@link FailureModel} instead.
 */
final class StageModel {

  private static final double CPU_SLOPE_DEVIATION = 0.1;
  private static final double MEMORY_SLOPE_DEVIATION = 0.05;
  private static final double CONFIGURATION_DEVIATION = 0.03;
  private static final double INTERCEPT_DEVIATION = 4;
  private static final LogNormalPrior LENGTH_SCALE = LogNormalPrior.withMode(0.6, 0.6);
  private static final LogNormalPrior SIGNAL_VARIANCE = LogNormalPrior.withMode(0.008, 1.2);
  private static final LogNormalPrior NOISE_VARIANCE = LogNormalPrior.withMode(0.0006, 1.2);
  private static final int ALWAYS_REFIT_UP_TO = 20;

  private final StageSpace space;
  private final double[][] coordinates;
  private final ScalingCurves curves;
  private final FailureModel failures;
  private final SplittableRandom random;
  private final List<Integer> tried = new ArrayList<>();
  private final List<Double> outputs = new ArrayList<>();
  private Kernel kernel;
  private double noiseVariance = 0.0006;
  private int fittedAt;
  private int likeliest;

  StageModel(StageSpace space, SplittableRandom random) {
    this.space = space;
    this.random = random;
    failures = new FailureModel(space);
    curves = new ScalingCurves(space);
    int n = space.size();
    double[] cpu = space.candidates().stream().mapToDouble(c -> Math.log(c.cores())).toArray();
    double[] memory =
        space.candidates().stream().mapToDouble(c -> Math.log(c.memoryGib())).toArray();
    double cpuRange = range(cpu);
    double memoryRange = range(memory);
    coordinates = new double[n][];
    for (int i = 0; i < n; i++) {
      coordinates[i] = new double[] {scaled(cpu, i, cpuRange), scaled(memory, i, memoryRange)};
    }
    kernel =
        new SumKernel(
            new LinearKernel(
                INTERCEPT_DEVIATION * INTERCEPT_DEVIATION,
                new double[] {
                  square(CPU_SLOPE_DEVIATION * cpuRange),
                  square(MEMORY_SLOPE_DEVIATION * memoryRange)
                }),
            new SumKernel(
                new IndependentKernel(square(CONFIGURATION_DEVIATION)),
                Matern52.of(new double[] {0.6, 0.6}, 0.003, LENGTH_SCALE, SIGNAL_VARIANCE)));
  }

  StageSpace space() {
    return space;
  }

  void observe(int candidate, StageRun run) {
    failures.observe(space.candidates().get(candidate), run.succeeded(), 1);
    if (run.succeeded()) {
      tried.add(candidate);
      outputs.add(Math.log(run.seconds()));
    }
  }

  boolean hasSucceeded() {
    return !outputs.isEmpty();
  }

  /** What is believed now. At least one run must have succeeded. */
  StagePrediction predict() {
    double centre = outputs.get(0);
    TrainingSet data = residuals(likeliest, centre);
    GaussianProcess process;
    if (data.size() <= ALWAYS_REFIT_UP_TO || data.size() >= fittedAt * 1.2) {
      process =
          new MapEstimator(NOISE_VARIANCE, false, 0, 40).fit(kernel, noiseVariance, data, random);
      kernel = process.kernel();
      noiseVariance = process.noiseVariance();
      fittedAt = data.size();
    } else {
      process = GaussianProcess.of(kernel, noiseVariance, 0, data);
    }
    double[][] cross = new double[space.size()][];
    Arrays.setAll(cross, c -> process.covariances(coordinates[c]));
    double[] logWeights = new double[curves.size()];
    double[][] means = new double[curves.size()][space.size()];
    for (int k = 0; k < logWeights.length; k++) {
      double[] r = residualsOf(k, centre);
      double[] alpha = process.solve(r.clone());
      logWeights[k] = curves.logPrior(k) - 0.5 * dot(r, alpha);
      for (int c = 0; c < cross.length; c++) {
        means[k][c] = centre + curves.shape(k)[c] + dot(cross[c], alpha);
      }
    }
    double greatest = Doubles.max(logWeights);
    likeliest = Doubles.indexOf(logWeights, greatest);
    double[] weights = Arrays.stream(logWeights).map(w -> Math.exp(w - greatest)).toArray();
    double total = Arrays.stream(weights).sum();
    Arrays.setAll(weights, k -> weights[k] / total);
    return new StagePrediction(
        weights,
        means,
        process.posterior(coordinates),
        Math.sqrt(noiseVariance),
        failures.failure());
  }

  private TrainingSet residuals(int curve, double centre) {
    return TrainingSet.of(
        tried.stream().map(c -> coordinates[c]).toArray(double[][]::new),
        residualsOf(curve, centre));
  }

  private double[] residualsOf(int curve, double centre) {
    double[] residuals = new double[outputs.size()];
    Arrays.setAll(residuals, i -> outputs.get(i) - centre - curves.shape(curve)[tried.get(i)]);
    return residuals;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** A world drawn from what is believed, {@code prediction} being the latest. */
  StageWorld sample(StagePrediction prediction) {
    double[] mean = prediction.means()[prediction.component(random.nextDouble())];
    double[] normals = new double[prediction.size()];
    Arrays.setAll(normals, i -> random.nextGaussian());
    double[] sample = prediction.residual().samples(new double[][] {normals})[0];
    Arrays.setAll(sample, c -> sample[c] - prediction.residual().means()[c] + mean[c]);
    return new StageWorld(sample, failures.sampleFailure(random));
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
