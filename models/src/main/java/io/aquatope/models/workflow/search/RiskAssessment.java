/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.search;

import com.google.common.base.Suppliers;
import io.aquatope.models.workflow.WorkflowProblem;
import io.aquatope.models.workflow.belief.StagePrediction;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Expected cost of choices, by predictions of the stages, and their risk of violating QoS over
 * common random numbers.
 */
final class RiskAssessment {

  private static final double CONFIDENCE = 0.9;
  private static final double LEAST_CONFIDENCE = 0.8;
  private static final double ABOUT_AS_SAFE = 0.02;
  private static final double HOPELESS = 0.5;
  private static final double HOPE = 0.1;

  /** Cost of a failed run, in runs of the stage: it is repeated, and its user waited in vain. */
  private static final double FAILURE_PRICE = 1;

  private final WorkflowProblem problem;
  private final List<StagePrediction> predictions;
  private final double[][][] believed;
  private final double[][] costs;
  private final ChoiceSearch search;
  private final Supplier<Optional<int[]>> cheapest;

  RiskAssessment(WorkflowProblem problem, List<StagePrediction> predictions, RiskDraws draws) {
    this.problem = problem;
    this.predictions = predictions;
    believed = draws.believed(predictions);
    costs =
        ChoiceSearch.scores(
            predictions,
            (s, c) ->
                problem.rate(s, c)
                    * predictions.get(s).expectedSeconds(c)
                    * (1 + FAILURE_PRICE * predictions.get(s).failure()[c]));
    search =
        new ChoiceSearch(
            problem,
            ChoiceSearch.scores(
                predictions, (s, c) -> ViolationRisk.upper(believed[s][c], problem.qosSeconds())));
    cheapest =
        Suppliers.memoize(
            () -> search.cheapest(costs, search.safest(), List.of(feasible(CONFIDENCE))));
  }

  List<StagePrediction> predictions() {
    return predictions;
  }

  ChoiceSearch search() {
    return search;
  }

  /** The choice of the least expected cost that is confidently feasible, if any. */
  Optional<int[]> cheapest() {
    return cheapest.get();
  }

  /** Whether hardly any choice might meet the target. */
  boolean hopeless() {
    return cheapest().isEmpty()
        && search.cheapest(costs, search.safest(), List.of(feasible(HOPE))).isEmpty();
  }

  /**
   * The choice if none meets the target: the cheapest of those about as safe as the safest, or the
   * safest if that is not safe at all.
   */
  int[] fallback() {
    int[] safest = search.safest(safe(0), problem.qosSeconds());
    double broken = broken(safest);
    return broken > HOPELESS
        ? safest
        : search.cheapest(costs, safest, List.of(safe(broken + ABOUT_AS_SAFE))).orElse(safest);
  }

  /**
   * Whether a choice meets the quantile with a probability of {@value #LEAST_CONFIDENCE}: enough to
   * keep a choice.
   */
  boolean probablyMeets(int[] choice) {
    LatencyConstraint constraint = feasible(LEAST_CONFIDENCE);
    return constraint.accepts(problem.graph().endToEnd(constraint.latencies(choice)));
  }

  double expectedCost(int[] choice) {
    return ChoiceSearch.total(costs, choice);
  }

  /** Probability that the next run violates QoS. */
  double broken(int[] choice) {
    return ViolationRisk.broken(
        problem.graph().endToEnd(safe(1).latencies(choice)), problem.qosSeconds());
  }

  /** Constraint that the next run violates QoS with a probability of at most {@code allowance}. */
  LatencyConstraint safe(double allowance) {
    return new LatencyConstraint(
        believed, l -> ViolationRisk.broken(l, problem.qosSeconds()) <= allowance);
  }

  private LatencyConstraint feasible(double confidence) {
    return new LatencyConstraint(
        believed,
        l ->
            ViolationRisk.of(l, problem.qosSeconds(), problem.quantile()).feasible() >= confidence);
  }
}
