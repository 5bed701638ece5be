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
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One stage's latency as a function of its CPU and memory, learnt from runs: {@code log seconds =
 * g(cores) + plane + f + e}. g is one of the {@link ScalingCurves}, unknown which; the plane has an
 * arbitrary intercept and small slopes; f is a Matérn 5/2 process over log cores and log memory,
 * each scaled to the unit interval over the candidates; e is the scatter of single runs. A cold run
 * has an unknown offset, and so have the runs before a change in behaviour: they keep their say
 * about the shape and lose it about the level. Failed runs inform a {@link FailureModel} instead.
 *
 * <p>The {@link OutlierScreen} tells which runs are outliers: their noise is raised by their
 * squared residual. The test is made anew with each prediction, so later evidence may rehabilitate
 * a run.
 */
final class StageModel {

  private static final double CPU_SLOPE_DEVIATION = 0.1;
  private static final double MEMORY_SLOPE_DEVIATION = 0.05;
  private static final double COLD_DEVIATION = 1;
  private static final double ERA_DEVIATION = 0.7;
  private static final int OUTLIERS_FROM = 4;
  private static final double INTERCEPT_DEVIATION = 4;
  private static final LogNormalPrior LENGTH_SCALE = LogNormalPrior.withMode(0.6, 0.6);
  private static final LogNormalPrior SIGNAL_VARIANCE = LogNormalPrior.withMode(0.008, 1.2);
  private static final LogNormalPrior CONFIGURATION_VARIANCE = LogNormalPrior.withMode(0.0009, 1.2);
  private static final LogNormalPrior NOISE_VARIANCE = LogNormalPrior.withMode(0.0006, 1.2);
  private static final int ALWAYS_REFIT_UP_TO = 20;

  /** Coordinates beside CPU and memory. */
  private static final int COLD = 2;

  private static final int ERA = 3;
  private static final int ODDITY = 4;

  private final StageSpace space;
  private final double[][] coordinates;
  private final ScalingCurves curves;
  private final FailureModel failures;
  private final SplittableRandom random;
  private final boolean defended;
  private final StageHistory history = new StageHistory();
  private final List<Integer> outliers = new ArrayList<>();
  private final List<Integer> gross = new ArrayList<>();
  private Kernel kernel;
  private double noiseVariance = 0.0006;
  private int fittedAt;
  private int likeliest;
  private int failed;
  private boolean wasMisfit;
  private @Nullable StagePrediction latest;

  StageModel(StageSpace space, boolean defended, SplittableRandom random) {
    this.defended = defended;
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
      coordinates[i] =
          new double[] {scaled(cpu, i, cpuRange), scaled(memory, i, memoryRange), 0, 0, 0};
    }
    kernel =
        new SumKernel(
            new LinearKernel(
                INTERCEPT_DEVIATION * INTERCEPT_DEVIATION,
                new double[] {
                  square(CPU_SLOPE_DEVIATION * cpuRange),
                  square(MEMORY_SLOPE_DEVIATION * memoryRange),
                  square(COLD_DEVIATION),
                  square(ERA_DEVIATION)
                }),
            new SumKernel(
                new IndependentKernel(
                    CONFIGURATION_VARIANCE.mode(), ODDITY, Optional.of(CONFIGURATION_VARIANCE)),
                Matern52.of(new double[] {0.6, 0.6}, 0.003, LENGTH_SCALE, SIGNAL_VARIANCE)));
  }

  StageSpace space() {
    return space;
  }

  /** Takes note of a run; returns whether it shows that the stage has changed its behaviour. */
  boolean observe(int candidate, StageRun run) {
    StageConfiguration configuration = space.candidates().get(candidate);
    if (!run.succeeded()) {
      failed++;
      boolean changed = defended && failures.contradicts(configuration);
      if (changed) {
        failures.doubt();
      }
      failures.observe(configuration, false);
      return changed;
    }
    failures.observe(configuration, true);
    double logSeconds = Math.log(run.seconds());
    double surprise =
        defended && latest != null && !run.cold() ? latest.surprise(candidate, logSeconds) : 0;
    return history.add(candidate, logSeconds, run.cold(), surprise);
  }

  /**
   * Where to look for a first success: the most generous candidate, and after each failure the next
   * most generous.
   */
  int opening() {
    return space.byGenerosity().get(failed % space.size());
  }

  boolean hasSucceeded() {
    return history.size() > 0;
  }

  /** Whether the latest run is taken for an outlier by the latest prediction. */
  boolean latestIsOutlier() {
    return outliers.contains(history.size() - 1);
  }

  /** What is believed now. At least one run must have succeeded. */
  StagePrediction predict() {
    double centre = history.entries().get(0).logSeconds();
    double[] suspicion = suspicion(centre);
    TrainingSet data = residuals(likeliest, centre, suspicion);
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
    latest =
        new StagePrediction(
            weights,
            means,
            process.posterior(coordinates),
            scatter(process, residualsOf(likeliest, centre)),
            own(i -> true),
            own(i -> !gross.contains(i)),
            failures.failure());
    return latest;
  }

  private double[][] own(IntPredicate which) {
    double[][] own = new double[space.size()][];
    List<StageHistory.Entry> runs = history.entries();
    Arrays.setAll(
        own,
        c ->
            IntStream.range(0, runs.size())
                .filter(which)
                .mapToObj(runs::get)
                .filter(r -> r.candidate() == c && !r.cold() && r.era() == history.era())
                .mapToDouble(r -> Math.exp(r.logSeconds()))
                .toArray());
    return own;
  }

  /** For each run the variance by which it is to be trusted less; zero for almost all. */
  private double[] suspicion(double centre) {
    double[] suspicion = new double[history.size()];
    outliers.clear();
    gross.clear();
    Arrays.stream(coordinates).forEach(c -> c[ODDITY] = 0);
    if (!defended || history.size() < OUTLIERS_FROM) {
      return suspicion;
    }
    double[] residuals = outlying(centre);
    double[] oddities = OutlierScreen.oddities(history.entries(), residuals, space.size());
    if (Arrays.stream(oddities).anyMatch(oddity -> oddity > 0)) {
      Arrays.setAll(coordinates, c -> withOddity(coordinates[c], oddities[c]));
      residuals = outlying(centre);
    }
    boolean misfit = OutlierScreen.misfit(residuals);
    if (misfit != wasMisfit) {
      fittedAt = 0;
      wasMisfit = misfit;
    }
    for (int i = 0; i < suspicion.length; i++) {
      if (OutlierScreen.isOutlier(residuals[i], misfit)) {
        suspicion[i] = square(residuals[i]);
        outliers.add(i);
        if (Math.abs(residuals[i]) > Math.log(3)) {
          gross.add(i);
        }
      }
    }
    return suspicion;
  }

  private static double[] withOddity(double[] coordinates, double oddity) {
    double[] odd = coordinates.clone();
    odd[ODDITY] = oddity;
    return odd;
  }

  /** Leave-one-out residuals of the runs that the others contradict; zero for all others. */
  private double[] outlying(double centre) {
    return OutlierScreen.outlying(
        GaussianProcess.of(
                kernel, noiseVariance, 0, residuals(likeliest, centre, new double[history.size()]))
            .leaveOneOut());
  }

  /**
   * How runs deviated from what was typical of their configuration, by their leave-one-out
   * residuals. Those of runs that are no outliers are brought to the scale of the noise, as what is
   * unknown of a configuration is no scatter.
   */
  private Scatter scatter(GaussianProcess process, double[] residuals) {
    double[] alpha = process.solve(residuals);
    double[] variances = process.leaveOneOut().variances();
    double scale = Math.sqrt(noiseVariance);
    double[] deviations = new double[alpha.length];
    int usual = 0;
    int last = alpha.length;
    for (int i = 0; i < alpha.length; i++) {
      if (outliers.contains(i)) {
        deviations[--last] = alpha[i] * variances[i];
      } else {
        deviations[usual++] = alpha[i] * Math.sqrt(variances[i]) * scale;
      }
    }
    return new Scatter(scale, deviations, usual);
  }

  private TrainingSet residuals(int curve, double centre, double[] noise) {
    return TrainingSet.of(
        history.entries().stream().map(this::input).toArray(double[][]::new),
        residualsOf(curve, centre),
        noise);
  }

  private double[] input(StageHistory.Entry run) {
    double[] input = coordinates[run.candidate()].clone();
    input[COLD] = run.cold() ? 1 : 0;
    input[ERA] = history.era() - run.era();
    return input;
  }

  private double[] residualsOf(int curve, double centre) {
    return history.entries().stream()
        .mapToDouble(run -> run.logSeconds() - centre - curves.shape(curve)[run.candidate()])
        .toArray();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** A world drawn from the latest prediction. */
  StageWorld sample() {
    StagePrediction prediction = Objects.requireNonNull(latest, "predict first");
    double[] mean = prediction.means()[prediction.component(random.nextDouble())];
    double[] normals = new double[prediction.size()];
    Arrays.setAll(normals, i -> random.nextGaussian());
    double[] sample = prediction.residual().samples(new double[][] {normals})[0];
    Arrays.setAll(sample, c -> sample[c] - prediction.residual().means()[c] + mean[c]);
    return new StageWorld(
        sample, failures.sampleFailure(random), random.nextInt(RiskDraws.BELIEFS));
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
