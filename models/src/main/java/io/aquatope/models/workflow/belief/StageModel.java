/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Doubles;
import io.aquatope.models.distribution.CategoricalDistribution;
import io.aquatope.models.distribution.RandomVariates;
import io.aquatope.models.gp.GaussianProcess;
import io.aquatope.models.gp.Kernel;
import io.aquatope.models.gp.MapEstimator;
import io.aquatope.models.gp.TrainingSet;
import io.aquatope.models.gp.VectorMath;
import io.aquatope.models.workflow.StageConfiguration;
import io.aquatope.models.workflow.StageRun;
import io.aquatope.models.workflow.StageSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One stage's latency as a function of its CPU and memory, learnt from runs: {@code log seconds = g
 * + plane + f + e}. g is an unknown one of the {@link ScalingCurves}, plane and f come from the
 * {@link StagePrior}, and e is the variation of single runs ({@link RunVariation}). The start of a
 * container, known from a run's record, is no part of this latency, but makes the run a slow one.
 * Runs before a change in behaviour still inform the shape, but no longer the level. Failed runs
 * inform a {@link FailureModel} instead.
 *
 * <p>The {@link OutlierScreen} detects outlying runs. Their noise is raised by their squared
 * residual. The test is repeated with each fit, so later evidence may restore a run's weight.
 */
public final class StageModel {

  private static final int OUTLIERS_FROM = 4;

  /** Log factor above which a run is no longer usual. */
  private static final double SLOW = 0.25;

  private static final int ALWAYS_REFIT_UP_TO = 20;

  private final StageSpace space;
  private final StagePrior prior;
  private final ScalingCurves curves;
  private final FailureModel failures;
  private final SplittableRandom random;
  private final boolean defended;
  private final StageHistory history = new StageHistory();
  private Kernel kernel;
  private double noiseVariance = StagePrior.NOISE_VARIANCE.mode();
  private int fittedAt;
  private int likeliest;
  private int failed;
  private Screening screening;
  private @Nullable StagePrediction latest;

  StageModel(StageSpace space, boolean defended, SplittableRandom random) {
    this.defended = defended;
    this.space = space;
    this.random = random;
    failures = new FailureModel(space);
    curves = new ScalingCurves(space);
    prior = new StagePrior(space);
    kernel = prior.kernel();
    screening = Screening.none(0, space.size());
  }

  /**
   * Result of the search for outliers.
   *
   * @param noise for each run the variance by which it is trusted less; zero for almost all
   * @param outliers numbers of the runs that are outliers
   * @param oddities for each candidate the size of its oddity in log seconds; zero for almost all
   * @param misfit whether so many runs are outlying that the model must be wrong
   */
  @SuppressWarnings("ArrayRecordComponent") // never leaves this class
  private record Screening(
      double[] noise, ImmutableSet<Integer> outliers, double[] oddities, boolean misfit) {

    static Screening none(int runs, int candidates) {
      return new Screening(new double[runs], ImmutableSet.of(), new double[candidates], false);
    }
  }

  StageSpace space() {
    return space;
  }

  /** Records a run; returns whether it shows that the stage has changed its behaviour. */
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
    double logSeconds = Math.log(run.warmSeconds());
    ChangeTest surprise =
        defended && latest != null ? latest.surprise(candidate, logSeconds) : ChangeTest.NONE;
    return history.add(candidate, logSeconds, run.startSeconds(), surprise);
  }

  /** Records a run outside the workflow, whose level may differ. */
  void recall(int candidate, StageRun run) {
    failures.observe(space.candidates().get(candidate), run.succeeded());
    if (run.succeeded()) {
      history.recall(candidate, Math.log(run.warmSeconds()));
    }
  }

  /**
   * The candidate to try for a first success: the most generous one, and after each failure the
   * next most generous.
   */
  int opening() {
    return space.byGenerosity().get(failed % space.size());
  }

  boolean hasSucceeded() {
    return history.hasOwn();
  }

  /** Whether the latest run counts as an outlier by the latest fit. */
  boolean latestIsOutlier() {
    return screening.outliers.contains(history.size() - 1);
  }

  /**
   * Fits the model to the runs so far, of which at least one must have succeeded, and predicts.
   * Later runs are judged against this prediction.
   */
  void fit() {
    double centre = history.entries().get(0).logSeconds();
    Screening screened = screened(centre);
    if (screened.misfit != screening.misfit) {
      fittedAt = 0;
    }
    screening = screened;
    TrainingSet data = residuals(centre, screened.oddities, screened.noise);
    GaussianProcess process;
    if (data.size() <= ALWAYS_REFIT_UP_TO || data.size() >= fittedAt * 1.2) {
      process =
          new MapEstimator(StagePrior.NOISE_VARIANCE, false, 0, 40)
              .fit(kernel, noiseVariance, data, random);
      kernel = process.kernel();
      noiseVariance = process.noiseVariance();
      fittedAt = data.size();
    } else {
      process = GaussianProcess.of(kernel, noiseVariance, 0, data);
    }
    double[][] candidates = prior.candidates(screened.oddities);
    double[][] cross = new double[space.size()][];
    Arrays.setAll(cross, c -> process.covariances(candidates[c]));
    double[] logWeights = new double[curves.size()];
    double[][] means = new double[curves.size()][space.size()];
    for (int k = 0; k < logWeights.length; k++) {
      double[] r = residualsOf(k, centre);
      double[] alpha = process.solve(r.clone());
      logWeights[k] = curves.logPrior(k) - 0.5 * VectorMath.dot(r, alpha);
      for (int c = 0; c < cross.length; c++) {
        means[k][c] = centre + curves.shape(k)[c] + VectorMath.dot(cross[c], alpha);
      }
    }
    likeliest = Doubles.indexOf(logWeights, Doubles.max(logWeights));
    List<AdjustedRun> runs = repetitions(process, means[likeliest], residualsOf(likeliest, centre));
    latest =
        new StagePrediction(
            CategoricalDistribution.ofLogWeights(logWeights),
            means,
            process.posterior(candidates),
            variation(runs),
            runs.stream().anyMatch(AdjustedRun::gross)
                ? Optional.of(variation(runs.stream().filter(run -> !run.gross()).toList()))
                : Optional.empty(),
            failures.failure());
  }

  /** The prediction of the latest fit, of which there must be one. */
  StagePrediction prediction() {
    return Objects.requireNonNull(latest, "no fit yet");
  }

  private RunVariation variation(List<AdjustedRun> runs) {
    return RunVariation.of(runs, Math.sqrt(noiseVariance), space.size());
  }

  /**
   * Each run adjusted to the present. If all warm runs of a configuration took long, that is its
   * usual duration, and none of them counts as slow.
   */
  private List<AdjustedRun> repetitions(
      GaussianProcess process, double[] mean, double[] residuals) {
    double[] alpha = process.solve(residuals);
    double[] deviations = deviations(process, alpha);
    boolean[] knownFaster = new boolean[space.size()];
    for (int i = 0; i < alpha.length; i++) {
      knownFaster[history.entries().get(i).candidate()] |= deviations[i] <= SLOW;
    }
    List<AdjustedRun> repetitions = new ArrayList<>();
    for (int i = 0; i < alpha.length; i++) {
      StageHistory.Entry run = history.entries().get(i);
      int c = run.candidate();
      double warmSeconds = Math.exp(mean[c] + (noiseVariance + screening.noise[i]) * alpha[i]);
      boolean slow = run.startSeconds() > 0 || (defended && deviations[i] > SLOW && knownFaster[c]);
      boolean gross = slow && (deviations[i] >= OutlierScreen.GROSS || run.tripledByStart());
      repetitions.add(
          new AdjustedRun(c, warmSeconds, run.startSeconds(), deviations[i], slow, gross));
    }
    return repetitions;
  }

  /**
   * Deviations of runs from the typical run of their configuration, by leave-one-out residuals.
   * Deviations of runs that are no outliers are scaled to the noise, because uncertainty about a
   * configuration is no scatter.
   */
  private double[] deviations(GaussianProcess process, double[] alpha) {
    double[] variances = process.leaveOneOut().variances();
    double scale = Math.sqrt(noiseVariance);
    double[] deviations = new double[alpha.length];
    Arrays.setAll(
        deviations,
        i ->
            screening.outliers.contains(i)
                ? alpha[i] * variances[i]
                : alpha[i] * Math.sqrt(variances[i]) * scale);
    return deviations;
  }

  /** Looks for outliers by the present hyper-parameters and the likeliest curve. */
  private Screening screened(double centre) {
    if (!defended || history.size() < OUTLIERS_FROM) {
      return Screening.none(history.size(), space.size());
    }
    double[] residuals = outlying(centre, new double[space.size()]);
    double[] oddities = OutlierScreen.oddities(history.entries(), residuals, space.size());
    if (Arrays.stream(oddities).anyMatch(oddity -> oddity > 0)) {
      residuals = outlying(centre, oddities);
    }
    boolean misfit = OutlierScreen.misfit(residuals);
    double[] noise = new double[residuals.length];
    ImmutableSet.Builder<Integer> outliers = ImmutableSet.builder();
    for (int i = 0; i < noise.length; i++) {
      if (OutlierScreen.isOutlier(residuals[i], misfit)) {
        noise[i] = residuals[i] * residuals[i];
        outliers.add(i);
      }
    }
    return new Screening(noise, outliers.build(), oddities, misfit);
  }

  /** Leave-one-out residuals of the runs that the others contradict; zero for all others. */
  private double[] outlying(double centre, double[] oddities) {
    return OutlierScreen.outlying(
        GaussianProcess.of(
                kernel, noiseVariance, 0, residuals(centre, oddities, new double[history.size()]))
            .leaveOneOut());
  }

  private TrainingSet residuals(double centre, double[] oddities, double[] noise) {
    return TrainingSet.of(
        history.entries().stream()
            .map(run -> prior.input(run, history.era(), oddities))
            .toArray(double[][]::new),
        residualsOf(likeliest, centre),
        noise);
  }

  private double[] residualsOf(int curve, double centre) {
    return history.entries().stream()
        .mapToDouble(run -> run.logSeconds() - centre - curves.shape(curve)[run.candidate()])
        .toArray();
  }

  /** Draws a world from the latest prediction. */
  StageSample sample() {
    StagePrediction prediction = prediction();
    double[] mean = prediction.means()[prediction.components().draw(random)];
    double[] normals = new double[prediction.size()];
    Arrays.setAll(normals, i -> RandomVariates.normal(random));
    double[] sample = prediction.residual().samples(new double[][] {normals})[0];
    Arrays.setAll(sample, c -> sample[c] - prediction.residual().means()[c] + mean[c]);
    return new StageSample(
        sample, failures.sampleFailure(random), random.nextInt(StageDraws.BELIEFS));
  }
}
