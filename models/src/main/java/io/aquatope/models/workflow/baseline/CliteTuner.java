/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline;

import io.aquatope.models.gp.GaussianProcess;
import io.aquatope.models.gp.LogNormalPrior;
import io.aquatope.models.gp.MapEstimator;
import io.aquatope.models.gp.Matern52Kernel;
import io.aquatope.models.gp.TrainingSet;
import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.StageSpace;
import io.aquatope.models.workflow.WorkflowProblem;
import io.aquatope.models.workflow.WorkflowRun;
import io.aquatope.models.workflow.WorkflowTuner;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Bayesian optimisation without a noise model, in the manner of CLITE (Patel and Tiwari, HPCA
 * 2020): one process, treated as noise-free, models a score. The score is {@code ½ QoS / latency}
 * while QoS is violated and {@code ½ + ½ leastCost / cost} when it is met. The next choice
 * maximises the expected improvement by more than {@value #MARGIN} over the best observed score,
 * among random choices and neighbours of the best. As in the paper, the first choices are the equal
 * share (here the most generous choice, as stages do not compete for resources) and the extremes
 * (one stage with all, the others with the least).
 */
public final class CliteTuner implements WorkflowTuner {

  private static final double MARGIN = 0.01;
  private static final double SCALE = 0.2;
  private static final int CANDIDATES = 300;
  private static final MapEstimator ESTIMATOR =
      new MapEstimator(LogNormalPrior.withMode(1e-6, 0.2), true, 0, 25);

  private final WorkflowProblem problem;
  private final List<StageGrid> grids;
  private final SplittableRandom random;
  private final TunerHistory observed;
  private final List<double[]> inputs = new ArrayList<>();
  private final List<double[]> outcomes = new ArrayList<>();
  private Matern52Kernel kernel;

  public CliteTuner(WorkflowProblem problem, long seed) {
    this.problem = problem;
    grids = problem.stages().stream().map((StageSpace s) -> new StageGrid(s)).toList();
    random = new SplittableRandom(seed);
    observed = new TunerHistory(problem);
    kernel = Matern52Kernel.forUnitCube(2 * problem.size());
  }

  @Override
  public List<Choice> ask(int q) {
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < q; i++) {
      choices.add(
          inputs.isEmpty()
              ? problem.mostGenerous()
              : inputs.size() <= extremes() ? extreme(inputs.size() - 1) : propose());
    }
    return choices;
  }

  /** Number of extremes; for a single stage the extreme with all resources is the first choice. */
  private int extremes() {
    return problem.size() == 1 ? 0 : problem.size();
  }

  private Choice extreme(int favoured) {
    return Choice.of(
        IntStream.range(0, problem.size())
            .map(s -> s == favoured ? problem.mostGenerous().get(s) : grids.get(s).nearest(0, 0))
            .toArray());
  }

  @Override
  public void tell(Choice choice, WorkflowRun run) {
    observed.add(choice, run);
    inputs.add(coordinates(choice));
    outcomes.add(new double[] {run.latency(problem.graph()), run.cost(problem, choice)});
  }

  @Override
  public Choice recommend() {
    return observed.best();
  }

  private Choice propose() {
    double leastCost =
        outcomes.stream().filter(o -> !problem.broken(o[0])).mapToDouble(o -> o[1]).min().orElse(1);
    double[] scores =
        outcomes.stream()
            .mapToDouble(
                o ->
                    problem.broken(o[0])
                        ? 0.5 * problem.qosSeconds() / o[0]
                        : 0.5 + 0.5 * leastCost / o[1])
            .map(v -> (v - 0.6) / SCALE)
            .toArray();
    GaussianProcess process =
        ESTIMATOR.fit(
            kernel, 1e-6, TrainingSet.of(inputs.toArray(double[][]::new), scores), random);
    double best = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      best = Math.max(best, score);
    }
    Choice incumbent = recommend();
    Choice chosen = incumbent;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < CANDIDATES; i++) {
      Choice candidate = RandomTuner.draw(problem, random);
      if (i % 3 == 0) {
        int[] near = incumbent.toArray();
        int stage = random.nextInt(near.length);
        near[stage] = candidate.get(stage);
        candidate = Choice.of(near);
      }
      double[] x = coordinates(candidate);
      double gain =
          improvement(process.mean(x) - best - MARGIN / SCALE, Math.sqrt(process.variance(x)));
      if (gain > greatest) {
        greatest = gain;
        chosen = candidate;
      }
    }
    return chosen;
  }

  private static double improvement(double gain, double deviation) {
    if (deviation < 1e-9) {
      return Math.max(0, gain);
    }
    NormalDistribution normal = new NormalDistribution(null, 0, 1);
    double z = gain / deviation;
    return gain * normal.cumulativeProbability(z) + deviation * normal.density(z);
  }

  private double[] coordinates(Choice choice) {
    double[] x = new double[2 * grids.size()];
    for (int s = 0; s < grids.size(); s++) {
      x[2 * s] = grids.get(s).cpu(choice.get(s));
      x[2 * s + 1] = grids.get(s).memory(choice.get(s));
    }
    return x;
  }
}
