/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline.optimize;

import com.google.common.primitives.Doubles;
import io.aquatope.models.gp.GaussianProcess;
import io.aquatope.models.gp.LbfgsOptimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Minimises a noisy objective subject to a bound on a quantile of a noisy constraint, by the
 * ask-and-tell interface. Both outcomes are Gaussian processes; a batch is built greedily, each
 * point by maximising {@link NoisyLogEi} with the points before it pending.
 *
 * <p>The quantile of a single observation of the constraint at x is {@code g(x) + z σ_n} with the
 * learnt noise σ_n and the normal quantile z of the requested level.
 *
 * <p>Not safe for use by several threads.
 */
public final class ConstrainedOptimizer {

  private static final int BASE_POINTS = 12;
  private static final double CONFIDENT = 0.9;

  private final SearchSpace space;
  private final OptimizerSettings settings;
  private final OutcomeModel objective;
  private final OutcomeModel constraint;
  private final SplittableRandom random;
  private final List<double[]> observed = new ArrayList<>();
  private final List<double[]> pending = new ArrayList<>();
  private final double[][] initial;
  private int quietRounds;

  /** An optimiser without observations. */
  public ConstrainedOptimizer(SearchSpace space, OptimizerSettings settings, long seed) {
    this.space = space;
    this.settings = settings;
    random = new SplittableRandom(seed);
    objective = new OutcomeModel(space.size(), settings.objectiveTransform(), random.split());
    constraint = new OutcomeModel(space.size(), settings.constraintTransform(), random.split());
    initial = QuasiNormal.uniform(settings.initialPoints(), space.size(), random);
  }

  /** Proposes {@code q} points, which count as pending until their outcomes are reported. */
  public List<double[]> ask(int q, double... context) {
    requireContext(context);
    List<double[]> proposals = new ArrayList<>();
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < q; i++) {
      int begun = observed.size() + pending.size();
      double[] unit;
      if (begun < initial.length) {
        unit = withContext(initial[begun], context);
        best = Double.POSITIVE_INFINITY;
      } else {
        Proposal proposal = propose(context);
        unit = proposal.unit;
        best = Math.max(best, proposal.logImprovement);
      }
      double[] point = space.fromUnit(unit);
      pending.add(space.toUnit(point));
      proposals.add(point);
    }
    quietRounds = best < Math.log(settings.stopImprovement()) ? quietRounds + 1 : 0;
    return proposals;
  }

  /** Reports what was observed at {@code point}, asked for or not. */
  public void tell(double[] point, double objectiveValue, double constraintValue) {
    tell(point, objectiveValue, constraintValue, 0);
  }

  /**
   * Reports an observation that is not exactly of this function: an earlier optimum, or a similar
   * function's. {@code doubt} is the variance by which its transformed outcomes may differ.
   */
  public void tell(double[] point, double objectiveValue, double constraintValue, double doubt) {
    double[] unit = space.toUnit(point);
    IntStream.range(0, pending.size())
        .filter(i -> Arrays.equals(pending.get(i), unit))
        .findFirst()
        .ifPresent(i -> pending.remove(i));
    observed.add(unit);
    objective.add(unit, objectiveValue, doubt);
    constraint.add(unit, constraintValue, doubt);
  }

  /** Drops proposals whose outcomes will never be reported, for example because a run was lost. */
  public void forgetPending() {
    pending.clear();
  }

  /**
   * The observed point to use, in a context if there is any. Of the points that meet the constraint
   * with a probability of {@value #CONFIDENT} by the posterior, it is the one with the least
   * posterior mean; if there is none, the most probable one. It is never chosen by the luckiest
   * observation. A point may have been observed in another context; the expectation in the given
   * one counts.
   */
  public double[] recommend(double... context) {
    requireContext(context);
    if (observed.isEmpty()) {
      throw new IllegalStateException("nothing has been observed yet");
    }
    double[] best = observed.get(0);
    double bestScore = Double.POSITIVE_INFINITY;
    for (double[] there : observed) {
      double[] unit = withContext(there, context);
      double feasible = feasibility(unit);
      double score = feasible >= CONFIDENT ? objective.process().mean(unit) : 1e6 * (2 - feasible);
      if (score < bestScore) {
        bestScore = score;
        best = unit;
      }
    }
    return space.fromUnit(best);
  }

  /**
   * Whether the last {@value OptimizerSettings#STOP_ROUNDS} rounds had a negligible expected
   * improvement.
   */
  public boolean converged() {
    return quietRounds >= OptimizerSettings.STOP_ROUNDS;
  }

  /** Probability, by the posterior, that {@code point} meets the constraint. */
  public double probabilityFeasible(double[] point) {
    return feasibility(space.toUnit(point));
  }

  @SuppressWarnings("ArrayRecordComponent") // never leaves this class
  private record Proposal(double[] unit, double logImprovement) {}

  private Proposal propose(double[] context) {
    double bound = bound();
    double[][] base = basePoints();
    double[][] normals = QuasiNormal.normal(settings.samples(), 2 * (base.length + 1), random);
    double[][] forConstraint = new double[normals.length][];
    Arrays.setAll(
        forConstraint, s -> Arrays.copyOfRange(normals[s], base.length + 1, normals[s].length));
    NoisyLogEi acquisition =
        new NoisyLogEi(
            new OutcomeSampler(objective.process(), base, normals),
            new OutcomeSampler(constraint.process(), base, forConstraint),
            bound);
    List<double[]> starts = starts(acquisition.meanIncumbent(), context);
    double[] lower = withContext(new double[space.size()], context);
    double[] ones = new double[space.size()];
    Arrays.fill(ones, 1);
    double[] upper = withContext(ones, context);
    LbfgsOptimizer search = new LbfgsOptimizer(6, settings.searchIterations(), 1e-4);
    double[] best = starts.get(0);
    double bestValue = Double.POSITIVE_INFINITY;
    for (double[] start : starts) {
      LbfgsOptimizer.Minimum minimum = search.minimize(acquisition, start, lower, upper);
      double[] unit = space.toUnit(space.fromUnit(minimum.point()));
      boolean permitted = feasibility(unit) >= settings.safety();
      unit = permitted ? unit : start;
      double value =
          permitted
              ? minimum.value()
              : acquisition.valueAndGradient(start, new double[start.length]);
      if (value < bestValue) {
        bestValue = value;
        best = unit;
      }
    }
    return new Proposal(best, -bestValue);
  }

  /**
   * Starting points of the search: the best of many points by analytic log expected improvement.
   */
  private List<double[]> starts(double incumbent, double[] context) {
    List<double[]> points =
        new ArrayList<>(
            Arrays.asList(QuasiNormal.uniform(settings.rawPoints(), space.size(), random)));
    double[] present = space.toUnit(recommend(context));
    for (int i = 0; i < settings.rawPoints() / 4; i++) {
      double[] near = present.clone();
      double reach = i % 2 == 0 ? 0.02 : 0.15;
      Arrays.setAll(
          near, j -> Math.min(1, Math.max(0, present[j] + reach * random.nextGaussian())));
      points.add(near);
    }
    points.replaceAll(p -> space.toUnit(space.fromUnit(withContext(p, context))));
    double[] safety = points.stream().mapToDouble(this::feasibility).toArray();
    double[] scores = new double[safety.length];
    GaussianProcess process = objective.process();
    for (int i = 0; i < scores.length; i++) {
      double[] p = points.get(i);
      double deviation = Math.sqrt(process.variance(p) + 1e-9);
      scores[i] =
          LogExpectedImprovement.of(process.mean(p), deviation, incumbent)
              + Math.log(safety[i] + 1e-12)
              - (safety[i] < settings.safety() ? 1e6 * (1 - safety[i]) : 0);
    }
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
        .limit(settings.starts())
        .map(points::get)
        .toList();
  }

  /** The observed points that may be the incumbent, and all pending ones. */
  private double[][] basePoints() {
    double[] scores =
        observed.stream()
            .mapToDouble(p -> objective.process().mean(p) + 3 * (1 - feasibility(p)))
            .toArray();
    return Stream.concat(
            IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .limit(BASE_POINTS)
                .map(observed::get),
            pending.stream())
        .toArray(double[][]::new);
  }

  /** The greatest constraint value, in the process's units, whose quantile meets the bound. */
  private double bound() {
    return constraint.standardized(settings.constraintBound())
        - settings.quantileFactor() * Math.sqrt(constraint.process().noiseVariance());
  }

  private double feasibility(double[] unit) {
    if (observed.isEmpty()) {
      return 0.5;
    }
    GaussianProcess process = constraint.process();
    double deviation = Math.sqrt(process.variance(unit) + 1e-12);
    return LogExpectedImprovement.cumulative((bound() - process.mean(unit)) / deviation);
  }

  private void requireContext(double[] context) {
    if (context.length != space.contexts()) {
      throw new IllegalArgumentException(
          "expected %s context values, got %s".formatted(space.contexts(), context.length));
    }
  }

  private double[] withContext(double[] unit, double[] context) {
    if (context.length == 0) {
      return unit;
    }
    double[] chosen = Arrays.copyOf(unit, unit.length - context.length);
    double[] point = space.fromUnit(unit);
    System.arraycopy(context, 0, point, chosen.length, context.length);
    return Doubles.concat(
        chosen, Arrays.copyOfRange(space.toUnit(point), chosen.length, unit.length));
  }
}
