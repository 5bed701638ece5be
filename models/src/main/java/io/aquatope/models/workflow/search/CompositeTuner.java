/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.search;

import static com.google.common.base.Preconditions.checkState;

import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.StageRun;
import io.aquatope.models.workflow.WorkflowProblem;
import io.aquatope.models.workflow.WorkflowRun;
import io.aquatope.models.workflow.WorkflowTuner;
import io.aquatope.models.workflow.belief.StageBeliefs;
import io.aquatope.models.workflow.belief.StageModel;
import io.aquatope.models.workflow.belief.StagePrediction;
import io.aquatope.models.workflow.belief.StageSample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The default method: one {@link StageModel} per stage, composed along the graph, so that all
 * stages learn from each run.
 *
 * <p>A proposal minimises the cost in a world drawn from what is believed (Thompson sampling, one
 * joint draw of each stage's latency function and failure thresholds), among the choices that meet
 * the quantile in that world and whose probability of breaking QoS in the next run is within the
 * {@link RiskBudget}; risk beyond the least allowance must promise to save enough. The
 * recommendation is the {@link RiskAssessment}'s cheapest choice that confidently meets the
 * quantile; it changes only for a saving of {@value #WORTH_A_CHANGE}, or when it is no longer
 * thought to meet it. While there is no such choice, proposals look for the fastest one, whatever
 * that costs, or make sure of one that is clearly safer.
 *
 * <p>Only a {@link #review()} fits the models and chooses the recommendation, so its calls decide
 * when random numbers are drawn.
 */
public final class CompositeTuner implements WorkflowTuner {

  /** Factor by which a proposal may be riskier than the recommendation, if that is risky itself. */
  private static final double NO_WORSE = 1.5;

  /**
   * Part of a run's cost that a proposal must be expected to save for a certain violation of QoS.
   */
  private static final double RISK_PRICE = 0.08;

  /** Difference in violation probability that makes a safer recommendation worth confirming. */
  private static final double CLEARLY_SAFER = 0.1;

  /** Expected saving below which the present recommendation stays. */
  private static final double WORTH_A_CHANGE = 0.01;

  private final WorkflowProblem problem;
  private final StageBeliefs beliefs;
  private final RiskDraws draws;
  private final RiskBudget budget;
  private int[] incumbent = new int[0];
  private @Nullable RiskAssessment latest;

  /** The method with all protections. */
  public CompositeTuner(WorkflowProblem problem, long seed) {
    this(problem, true, seed);
  }

  /**
   * The method with or without its protections against outliers and changes in behaviour. Without
   * them, all runs have full weight.
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
        choices.add(beliefs.opening());
      }
      return choices;
    }
    checkState(latest != null, "a run was added since the latest review");
    RiskAssessment prospect = latest;
    for (int i = 0; i < q; i++) {
      choices.add(Choice.of(propose(prospect, incumbent)));
    }
    return choices;
  }

  /** The cheapest choice in a world drawn from the beliefs, within the allowed risk. */
  private int[] propose(RiskAssessment prospect, int[] recommended) {
    List<StagePrediction> predictions = prospect.predictions();
    List<StageSample> worlds = beliefs.sample();
    double reference = prospect.expectedCost(recommended);
    LatencyConstraint inWorld = inWorld(prospect, worlds);
    double[][] costs = costs(predictions, worlds);
    double[][] scores =
        ChoiceSearch.scores(
            predictions,
            (s, c) -> costs[s][c] + RISK_PRICE * reference * predictions.get(s).failure()[c]);
    ChoiceSearch search = prospect.search();
    int[] fallback = fallback(prospect, recommended, inWorld);
    int[] cautious =
        search
            .cheapest(scores, fallback, List.of(prospect.safe(budget.least()), inWorld))
            .orElse(fallback);
    double allowance = Math.max(budget.allowance(), NO_WORSE * prospect.broken(recommended));
    int[] bold =
        search
            .cheapest(scores, cautious, List.of(prospect.safe(allowance), inWorld))
            .orElse(cautious);
    double saved = ChoiceSearch.total(scores, cautious) - ChoiceSearch.total(scores, bold);
    double risked = prospect.broken(bold) - prospect.broken(cautious);
    int[] chosen = saved > RISK_PRICE * reference * risked ? bold : cautious;
    return Arrays.equals(chosen, recommended)
        ? probe(prospect, scores, inWorld, recommended)
        : chosen;
  }

  /**
   * The proposal when no choice is cautious enough. While no choice is known to meet the target, it
   * is the fastest one of the drawn world; but a clearly safer recommendation is confirmed first.
   */
  private int[] fallback(RiskAssessment prospect, int[] recommended, LatencyConstraint inWorld) {
    if (prospect.cheapest().isPresent()) {
      return recommended;
    }
    int[] fastest = ChoiceSearch.fastest(inWorld.draws(), problem.qosSeconds());
    return prospect.broken(recommended) < prospect.broken(fastest) - CLEARLY_SAFER
        ? recommended
        : fastest;
  }

  /**
   * The proposal when the best acceptable choice is the recommendation already. It is a safe choice
   * with one stage as in the best choice of the drawn world, at any cost of the other stages. So a
   * slow candidate is tried while the rest of the workflow compensates for it.
   */
  private int[] probe(
      RiskAssessment prospect, double[][] scores, LatencyConstraint inWorld, int[] recommended) {
    ChoiceSearch search = prospect.search();
    int[] wanted = search.cheapest(scores, recommended, List.of(inWorld)).orElse(recommended);
    return IntStream.range(0, wanted.length)
        .filter(s -> wanted[s] != recommended[s])
        .boxed()
        .sorted(Comparator.comparingDouble(s -> scores[s][wanted[s]] - scores[s][recommended[s]]))
        .map(
            s ->
                search.cheapest(
                    ChoiceSearch.pinned(scores, s, wanted[s]),
                    recommended,
                    List.of(prospect.safe(budget.least()))))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(recommended);
  }

  @Override
  public void tell(Choice choice, WorkflowRun run) {
    boolean broken = problem.broken(run.latency(problem.graph()));
    boolean changed = beliefs.observe(choice, run);
    latest = null;
    boolean judged = broken && succeeded(run) && beliefs.complete();
    if (judged) {
      beliefs.fit();
    }
    // No choice would have prevented an outlier.
    budget.spend(broken && !(judged && beliefs.latestOutlying()));
    if (changed) {
      budget.reopen();
    }
  }

  /**
   * Records a run of one stage outside this workflow, for example in an earlier version of it. Such
   * runs warm-start the tuner, preferably before the first run. As inputs may have differed, the
   * run informs the dependence of latency on the configuration and the failures of the stage, but
   * not the level of its latency here. It does not affect safe mode.
   *
   * @param stage its number
   * @param candidate the number of the configuration that it had
   */
  public void recall(int stage, int candidate, StageRun run) {
    beliefs.recall(stage, candidate, run);
    latest = null;
  }

  private static boolean succeeded(WorkflowRun run) {
    return run.stages().stream().allMatch(StageRun::succeeded);
  }

  @Override
  public Choice recommend() {
    return incumbent.length == 0 ? problem.mostGenerous() : Choice.of(incumbent);
  }

  /**
   * Fits the models to all runs so far, and keeps or replaces the recommendation. Later runs count
   * as surprising, and later recommendations as worth a change, in comparison with the latest
   * review. Does nothing while a stage has never succeeded, or if no run was added since the latest
   * review.
   */
  @Override
  public void review() {
    if (latest == null && beliefs.complete()) {
      beliefs.fit();
      latest = assessment();
      incumbent = recommended(latest);
    }
  }

  /** Expected cost of each stage and candidate in a world. */
  private double[][] costs(List<StagePrediction> predictions, List<StageSample> worlds) {
    return ChoiceSearch.scores(
        predictions,
        (s, c) ->
            problem.rate(s, c)
                * predictions.get(s).expectedSeconds(c, Math.exp(worlds.get(s).logLatency()[c])));
  }

  private LatencyConstraint inWorld(RiskAssessment prospect, List<StageSample> worlds) {
    return new LatencyConstraint(
        draws.inWorld(prospect.predictions(), worlds),
        l -> ViolationRisk.broken(l, problem.qosSeconds()) <= 1 - problem.quantile());
  }

  /** The incumbent, if it is good enough by an assessment, or else the cheapest choice. */
  private int[] recommended(RiskAssessment prospect) {
    int[] cheapest = prospect.cheapest().orElseGet(prospect::fallback);
    boolean keep =
        incumbent.length > 0
            && prospect.probablyMeets(incumbent)
            && prospect.expectedCost(incumbent)
                <= prospect.expectedCost(cheapest) * (1 + WORTH_A_CHANGE);
    return keep ? incumbent : cheapest;
  }

  /**
   * Cost and risk of choices with slow runs as frequent as so far; without those that took thrice
   * as long, if hardly any choice might meet the target in spite of them.
   */
  private RiskAssessment assessment() {
    List<StagePrediction> predictions = beliefs.predictions();
    RiskAssessment assessment = new RiskAssessment(problem, predictions, draws);
    if (predictions.stream().anyMatch(p -> p.calm().isPresent()) && assessment.hopeless()) {
      RiskAssessment calm =
          new RiskAssessment(
              problem, predictions.stream().map(StagePrediction::whenCalm).toList(), draws);
      return calm.cheapest().isPresent() ? calm : assessment;
    }
    return assessment;
  }
}
