/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline.optimize;

import io.aquatope.models.distribution.RandomVariates;
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
 * Minimises a noisy objective subject to a bound on the mean of a noisy constraint, by ask and
 * tell. Both outcomes are Gaussian processes; a batch is built greedily, each point by maximising
 * {@link NoisyLogEi} with the points before it pending.
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

  /** An optimiser without observations. */
  public ConstrainedOptimizer(SearchSpace space, OptimizerSettings settings, long seed) {
    this.space = space;
    this.settings = settings;
    random = new SplittableRandom(seed);
    objective = new OutcomeModel(space.size(), random.split());
    constraint = new OutcomeModel(space.size(), random.split());
    initial = QuasiNormal.uniform(settings.initialPoints(), space.size(), random);
  }

  /** Proposes {@code q} points, which count as pending until they are told. */
  public List<double[]> ask(int q) {
    List<double[]> proposals = new ArrayList<>();
    for (int i = 0; i < q; i++) {
      int begun = observed.size() + pending.size();
      double[] point = space.fromUnit(begun < initial.length ? initial[begun] : propose());
      pending.add(space.toUnit(point));
      proposals.add(point);
    }
    return proposals;
  }

  /** Reports what was observed at {@code point}, asked for or not. */
  public void tell(double[] point, double objectiveValue, double constraintValue) {
    double[] unit = space.toUnit(point);
    IntStream.range(0, pending.size())
        .filter(i -> Arrays.equals(pending.get(i), unit))
        .findFirst()
        .ifPresent(i -> pending.remove(i));
    observed.add(unit);
    objective.add(unit, objectiveValue);
    constraint.add(unit, constraintValue);
  }

  /**
   * Returns the observed point to use: of those that meet the constraint with a probability of
   * {@value #CONFIDENT} by the posterior, the one with the least posterior mean; the most probable
   * one if no point does. Never the luckiest observation.
   */
  public double[] recommend() {
    if (observed.isEmpty()) {
      throw new IllegalStateException("nothing has been observed yet");
    }
    double[] best = observed.get(0);
    double bestScore = Double.POSITIVE_INFINITY;
    for (double[] unit : observed) {
      double feasible = feasibility(unit);
      double score = feasible >= CONFIDENT ? objective.process().mean(unit) : 1e6 * (2 - feasible);
      if (score < bestScore) {
        bestScore = score;
        best = unit;
      }
    }
    return space.fromUnit(best);
  }

  /** The next point, in the unit cube. */
  private double[] propose() {
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
    List<double[]> starts = starts(acquisition.meanIncumbent());
    double[] lower = new double[space.size()];
    double[] upper = new double[space.size()];
    Arrays.fill(upper, 1);
    LbfgsOptimizer search = new LbfgsOptimizer(6, settings.searchIterations(), 1e-4);
    double[] best = starts.get(0);
    double bestValue = Double.POSITIVE_INFINITY;
    for (double[] start : starts) {
      LbfgsOptimizer.Minimum minimum = search.minimize(acquisition, start, lower, upper);
      if (minimum.value() < bestValue) {
        bestValue = minimum.value();
        best = space.toUnit(space.fromUnit(minimum.point()));
      }
    }
    return best;
  }

  /** Where to start the search: the best of many points by analytic log expected improvement. */
  private List<double[]> starts(double incumbent) {
    List<double[]> points =
        new ArrayList<>(
            Arrays.asList(QuasiNormal.uniform(settings.rawPoints(), space.size(), random)));
    double[] present = space.toUnit(recommend());
    for (int i = 0; i < settings.rawPoints() / 4; i++) {
      double[] near = present.clone();
      double reach = i % 2 == 0 ? 0.02 : 0.15;
      Arrays.setAll(
          near, j -> Math.min(1, Math.max(0, present[j] + reach * RandomVariates.normal(random))));
      points.add(near);
    }
    points.replaceAll(p -> space.toUnit(space.fromUnit(p)));
    double[] scores = new double[points.size()];
    GaussianProcess process = objective.process();
    for (int i = 0; i < scores.length; i++) {
      double[] p = points.get(i);
      double deviation = Math.sqrt(process.variance(p) + 1e-9);
      scores[i] =
          LogExpectedImprovement.of(process.mean(p), deviation, incumbent)
              + Math.log(feasibility(p) + 1e-12);
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

  /** The greatest permitted value of the constraint, in the process's units. */
  private double bound() {
    return constraint.standardized(settings.constraintBound());
  }

  private double feasibility(double[] unit) {
    if (observed.isEmpty()) {
      return 0.5;
    }
    GaussianProcess process = constraint.process();
    double deviation = Math.sqrt(process.variance(unit) + 1e-12);
    return LogExpectedImprovement.cumulative((bound() - process.mean(unit)) / deviation);
  }
}
