/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

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

  /** What a failed run costs, in runs of the stage: it is repeated, and its user waited in vain. */
  private static final double FAILURE_PRICE = 1;

  /** What part of a run's cost a proposal must promise to save for a certain breach of QoS. */
  private static final double RISK_PRICE = 0.08;

  /** Expected saving below which the present recommendation stays. */
  private static final double WORTH_A_CHANGE = 0.01;

  private final WorkflowProblem problem;
  private final StageBeliefs beliefs;
  private final RiskDraws draws;
  private final RiskBudget budget;
  private int[] incumbent = new int[0];

  /** The method with all its defences. */
  public CompositeTuner(WorkflowProblem problem, long seed) {
    this(problem, true, seed);
  }

  /**
   * The method with or without its defences against outliers and changes in behaviour; without
   * them, each run counts for what it shows.
   */
  public CompositeTuner(WorkflowProblem problem, boolean defended, long seed) {
    this.problem = problem;
    SplittableRandom random = new SplittableRandom(seed);
    beliefs = new StageBeliefs(problem.stages(), defended, random.split());
    budget = new RiskBudget(1 - problem.quantile());
    draws = new RiskDraws(beliefs.modelOf(), random.split());
  }

  @Override
  public List<Choice> ask(int q) {
    List<Choice> choices = new ArrayList<>();
    if (!beliefs.complete()) {
      for (int i = 0; i < q; i++) {
        choices.add(problem.mostGenerous());
      }
      return choices;
    }
    List<StagePrediction> predictions = beliefs.predictions();
    ChoiceSearch search = search(predictions);
    double[][][] believed = draws.believed(predictions);
    int[] recommended = recommend(predictions, search, believed);
    double reference = expectedCost(predictions, recommended);
    for (int i = 0; i < q; i++) {
      List<StageWorld> worlds = beliefs.sample();
      LatencyConstraint inWorld =
          new LatencyConstraint(
              draws.inWorld(predictions, worlds),
              l -> Risk.broken(l, problem.qosSeconds()) <= 1 - problem.quantile());
      double[][] scores =
          ChoiceSearch.scores(
              predictions,
              (s, c) ->
                  problem.rate(s, c) * Math.exp(worlds.get(s).logLatency()[c])
                      + RISK_PRICE * reference * predictions.get(s).failure()[c]);
      int[] cautious =
          search
              .cheapest(scores, recommended, List.of(safe(believed, budget.least()), inWorld))
              .orElse(recommended);
      int[] bold =
          search
              .cheapest(scores, cautious, List.of(safe(believed, budget.allowance()), inWorld))
              .orElse(cautious);
      double saved = ChoiceSearch.total(scores, cautious) - ChoiceSearch.total(scores, bold);
      double risked = broken(believed, bold) - broken(believed, cautious);
      choices.add(Choice.of(saved > RISK_PRICE * reference * risked ? bold : cautious));
    }
    return choices;
  }

  private LatencyConstraint safe(double[][][] believed, double allowance) {
    return new LatencyConstraint(believed, l -> Risk.broken(l, problem.qosSeconds()) <= allowance);
  }

  private double broken(double[][][] believed, int[] choice) {
    List<double[]> rows = safe(believed, 1).latencies(choice);
    return Risk.broken(problem.graph().endToEnd(rows), problem.qosSeconds());
  }

  private double expectedCost(List<StagePrediction> predictions, int[] choice) {
    double sum = 0;
    for (int s = 0; s < choice.length; s++) {
      sum += problem.rate(s, choice[s]) * predictions.get(s).expectedSeconds(choice[s]);
    }
    return sum;
  }

  @Override
  public void tell(Choice choice, WorkflowRun run) {
    boolean broken = problem.broken(run.latency(problem.graph()));
    boolean changed = beliefs.observe(choice, run);
    budget.spend(broken && !unavoidable(run));
    if (changed) {
      budget.reopen();
    }
  }

  /** Whether a stage that succeeded is taken for an outlier: no choice would have prevented it. */
  private boolean unavoidable(WorkflowRun run) {
    return run.stages().stream().allMatch(StageRun::succeeded)
        && beliefs.complete()
        && beliefs.latestOutlying();
  }

  @Override
  public Choice recommend() {
    if (!beliefs.complete()) {
      return problem.mostGenerous();
    }
    List<StagePrediction> predictions = beliefs.predictions();
    return Choice.of(recommend(predictions, search(predictions), draws.believed(predictions)));
  }

  private int[] recommend(
      List<StagePrediction> predictions, ChoiceSearch search, double[][][] believed) {
    double[][] scores =
        ChoiceSearch.scores(
            predictions,
            (s, c) ->
                problem.rate(s, c)
                    * predictions.get(s).expectedSeconds(c)
                    * (1 + FAILURE_PRICE * predictions.get(s).failure()[c]));
    LatencyConstraint confident =
        new LatencyConstraint(
            believed,
            l -> Risk.of(l, problem.qosSeconds(), problem.quantile()).feasible() >= CONFIDENCE);
    int[] safest = search.safest();
    int[] cheapest = search.cheapest(scores, safest, List.of(confident)).orElse(safest);
    boolean keep =
        incumbent.length > 0
            && confident.accepts(problem.graph().endToEnd(confident.latencies(incumbent)))
            && ChoiceSearch.total(scores, incumbent)
                <= ChoiceSearch.total(scores, cheapest) * (1 + WORTH_A_CHANGE);
    incumbent = keep ? incumbent : cheapest;
    return incumbent;
  }

  private ChoiceSearch search(List<StagePrediction> predictions) {
    return new ChoiceSearch(
        problem,
        ChoiceSearch.scores(
            predictions, (s, c) -> predictions.get(s).upperSeconds(c, problem.qosSeconds())));
  }
}
