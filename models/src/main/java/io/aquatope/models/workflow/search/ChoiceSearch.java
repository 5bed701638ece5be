/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.search;

import io.aquatope.models.workflow.StageSlack;
import io.aquatope.models.workflow.WorkflowProblem;
import io.aquatope.models.workflow.belief.StagePrediction;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * Finds a choice of the least additive score with acceptable risk in the product of the stages'
 * candidates. It never enumerates the product. A Lagrangian sweep trades score against each stage's
 * own upper latency for a series of multipliers, which separates into one small problem per stage.
 * The best acceptable choice is then improved by exchanging one candidate at a time, with the other
 * stages' draws combined into a {@link StageSlack}.
 */
final class ChoiceSearch {

  private static final int MULTIPLIERS = 40;

  private final WorkflowProblem problem;
  private final double[][] upper;

  /**
   * A search over {@code problem}.
   *
   * @param upper for each stage and candidate a high quantile of its latency in seconds, by which
   *     the sweep distinguishes fast candidates from slow ones; large where the stage may fail
   */
  ChoiceSearch(WorkflowProblem problem, double[][] upper) {
    this.problem = problem;
    this.upper = upper;
  }

  /** The choice of the least estimated risk. */
  int[] safest() {
    return IntStream.range(0, upper.length)
        .map(
            s ->
                IntStream.range(0, upper[s].length)
                    .boxed()
                    .min(Comparator.comparingDouble(c -> upper[s][c]))
                    .orElseThrow())
        .toArray();
  }

  /** The choice found that exceeds {@code deadline} least often in the draws of {@code risk}. */
  int[] safest(LatencyConstraint risk, double deadline) {
    int[] best = safest();
    double least = ViolationRisk.broken(problem.graph().endToEnd(risk.latencies(best)), deadline);
    boolean improved = true;
    while (improved) {
      improved = false;
      for (int s = 0; s < best.length; s++) {
        StageSlack slack = problem.graph().slack(s, risk.latencies(best));
        for (int c = 0; c < upper[s].length; c++) {
          double broken = ViolationRisk.broken(slack.endToEnd(risk.latencies(s, c)), deadline);
          if (broken < least) {
            best[s] = c;
            least = broken;
            improved = true;
          }
        }
      }
    }
    return best;
  }

  /** The choice whose stages are fastest by {@code draws}, slow and failed runs included. */
  static int[] fastest(double[][][] draws, double deadline) {
    return Arrays.stream(draws)
        .mapToInt(
            stage ->
                IntStream.range(0, stage.length)
                    .boxed()
                    .min(Comparator.comparingDouble(c -> ViolationRisk.upper(stage[c], deadline)))
                    .orElseThrow())
        .toArray();
  }

  /** The choice of least score that was found to satisfy all constraints, if any was. */
  Optional<int[]> cheapest(double[][] scores, int[] start, List<LatencyConstraint> constraints) {
    int[] best = start.clone();
    boolean found = accepted(best, constraints);
    double bestScore = found ? total(scores, best) : Double.POSITIVE_INFINITY;
    for (int i = 0; i < MULTIPLIERS; i++) {
      int[] trial = separated(scores, multiplier(scores, i));
      double score = total(scores, trial);
      if (score < bestScore && accepted(trial, constraints)) {
        best = trial;
        bestScore = score;
        found = true;
      }
    }
    if (!found) {
      return Optional.empty();
    }
    boolean improved = true;
    while (improved) {
      improved = false;
      for (int s = 0; s < best.length; s++) {
        improved |= exchange(best, s, scores[s], constraints);
      }
    }
    return Optional.of(best);
  }

  private boolean accepted(int[] choice, List<LatencyConstraint> constraints) {
    return constraints.stream()
        .allMatch(c -> c.accepts(problem.graph().endToEnd(c.latencies(choice))));
  }

  private double multiplier(double[][] scores, int i) {
    double scoreScale =
        Arrays.stream(scores)
                .mapToDouble(s -> Arrays.stream(s).filter(Double::isFinite).average().orElse(0))
                .sum()
            / problem.qosSeconds();
    return Math.abs(scoreScale) * Math.pow(10, -3 + 5.0 * i / (MULTIPLIERS - 1));
  }

  private int[] separated(double[][] scores, double multiplier) {
    int[] choice = new int[scores.length];
    for (int s = 0; s < choice.length; s++) {
      for (int c = 1; c < scores[s].length; c++) {
        if (scores[s][c] + multiplier * upper[s][c]
            < scores[s][choice[s]] + multiplier * upper[s][choice[s]]) {
          choice[s] = c;
        }
      }
    }
    return choice;
  }

  /** Moves stage {@code stage} to its lowest-score acceptable candidate. */
  private boolean exchange(
      int[] choice, int stage, double[] scores, List<LatencyConstraint> constraints) {
    double present = scores[choice[stage]];
    int[] cheaper =
        IntStream.range(0, scores.length)
            .filter(c -> scores[c] < present)
            .boxed()
            .sorted(Comparator.comparingDouble(c -> scores[c]))
            .mapToInt(Integer::intValue)
            .toArray();
    if (cheaper.length == 0) {
      return false;
    }
    List<StageSlack> slacks =
        constraints.stream().map(c -> problem.graph().slack(stage, c.latencies(choice))).toList();
    for (int candidate : cheaper) {
      boolean accepted = true;
      for (int i = 0; i < slacks.size() && accepted; i++) {
        LatencyConstraint constraint = constraints.get(i);
        accepted =
            constraint.accepts(slacks.get(i).endToEnd(constraint.latencies(stage, candidate)));
      }
      if (accepted) {
        choice[stage] = candidate;
        return true;
      }
    }
    return false;
  }

  /** A copy of the scores that forces one stage's candidate. */
  static double[][] pinned(double[][] scores, int stage, int candidate) {
    double[][] pinned = scores.clone();
    pinned[stage] = new double[scores[stage].length];
    Arrays.fill(pinned[stage], Double.POSITIVE_INFINITY);
    pinned[stage][candidate] = scores[stage][candidate];
    return pinned;
  }

  static double total(double[][] scores, int[] choice) {
    return IntStream.range(0, choice.length).mapToDouble(s -> scores[s][choice[s]]).sum();
  }

  static double[][] scores(
      List<StagePrediction> predictions, ToDoubleBiFunction<Integer, Integer> score) {
    double[][] scores = new double[predictions.size()][];
    for (int s = 0; s < scores.length; s++) {
      int stage = s;
      scores[s] = new double[predictions.get(s).size()];
      Arrays.setAll(scores[s], c -> score.applyAsDouble(stage, c));
    }
    return scores;
  }
}
