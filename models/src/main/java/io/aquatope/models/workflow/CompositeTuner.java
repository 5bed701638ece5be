/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The default method: one {@link StageModel} per stage, composed along the graph.
 *
 * <p>Each run teaches all stages at once. A proposal minimises the cost of a sampled world
 * (Thompson sampling: one joint draw of each stage's latency function) among the choices that are
 * believed to meet QoS in the next run with at least the probability of the quantile; the
 * recommendation minimises the expected cost among those that meet the latency quantile with a high
 * probability.
 */
public final class CompositeTuner implements WorkflowTuner {

  private static final double CONFIDENCE = 0.9;

  private final WorkflowProblem problem;
  private final List<StageModel> models = new ArrayList<>();
  private final RiskDraws draws;
  private final SplittableRandom random;

  public CompositeTuner(WorkflowProblem problem, long seed) {
    this.problem = problem;
    random = new SplittableRandom(seed);
    for (StageSpace space : problem.stages()) {
      models.add(new StageModel(space, random.split()));
    }
    draws = new RiskDraws(problem.size(), random.split());
  }

  @Override
  public List<Choice> ask(int q) {
    List<Choice> choices = new ArrayList<>();
    if (!models.stream().allMatch(StageModel::hasSucceeded)) {
      for (int i = 0; i < q; i++) {
        choices.add(problem.mostGenerous());
      }
      return choices;
    }
    List<StagePrediction> predictions = models.stream().map(StageModel::predict).toList();
    ChoiceSearch search = new ChoiceSearch(problem, predictions, draws);
    for (int i = 0; i < q; i++) {
      List<double[]> samples = predictions.stream().map(this::sample).toList();
      double[][] scores =
          ChoiceSearch.scores(
              predictions, (s, c) -> problem.rate(s, c) * Math.exp(samples.get(s)[c]));
      choices.add(
          Choice.of(search.cheapest(scores, risk -> risk.broken() <= 1 - problem.quantile())));
    }
    return choices;
  }

  @Override
  public void tell(Choice choice, WorkflowRun run) {
    IntStream.range(0, models.size())
        .forEach(s -> models.get(s).observe(choice.get(s), run.stages().get(s)));
  }

  @Override
  public Choice recommend() {
    if (!models.stream().allMatch(StageModel::hasSucceeded)) {
      return problem.mostGenerous();
    }
    List<StagePrediction> predictions = models.stream().map(StageModel::predict).toList();
    ChoiceSearch search = new ChoiceSearch(problem, predictions, draws);
    double[][] scores =
        ChoiceSearch.scores(
            predictions, (s, c) -> problem.rate(s, c) * predictions.get(s).expectedSeconds(c));
    return Choice.of(search.cheapest(scores, risk -> risk.feasible() >= CONFIDENCE));
  }

  private double[] sample(StagePrediction prediction) {
    double[] normals = new double[prediction.size()];
    Arrays.setAll(normals, i -> random.nextGaussian());
    return prediction.logLatency().samples(new double[][] {normals})[0];
  }
}
