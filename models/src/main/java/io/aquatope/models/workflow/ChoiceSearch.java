/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * Finds, in the product of the stages' candidates, a choice of least additive score whose risk is
 * acceptable. The product is never enumerated: a Lagrangian sweep trades score against each stage's
 * own upper latency for a series of multipliers, which separates into one small problem per stage;
 * the best acceptable choice is then improved by exchanging one candidate at a time, with the other
 * stages' draws folded into a {@link StageSlack}.
 */
final class ChoiceSearch {

  private static final int MULTIPLIERS = 40;

  private final WorkflowProblem problem;
  private final double[][][] latencies;
  private final double[][] upper;

  ChoiceSearch(WorkflowProblem problem, List<StagePrediction> predictions, RiskDraws draws) {
    this.problem = problem;
    int n = problem.size();
    latencies = new double[n][][];
    upper = new double[n][];
    for (int s = 0; s < n; s++) {
      StagePrediction prediction = predictions.get(s);
      latencies[s] = new double[prediction.size()][];
      upper[s] = new double[prediction.size()];
      for (int c = 0; c < upper[s].length; c++) {
        latencies[s][c] = draws.latencies(s, prediction, c);
        upper[s][c] =
            Math.exp(
                    prediction.mean(c)
                        + 1.6 * Math.hypot(prediction.deviation(c), prediction.noise()))
                + problem.qosSeconds() * 4 * prediction.failure()[c];
      }
    }
  }

  Risk risk(int[] choice) {
    List<double[]> rows = new ArrayList<>();
    for (int s = 0; s < choice.length; s++) {
      rows.add(latencies[s][choice[s]]);
    }
    return Risk.of(problem.graph().endToEnd(rows), problem.qosSeconds(), problem.quantile());
  }

  /** The choice that is believed to be the least risky. */
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

  /** The acceptable choice of least score that was found; the safest if none is acceptable. */
  int[] cheapest(double[][] scores, Predicate<Risk> acceptable) {
    int[] best = safest();
    if (!acceptable.test(risk(best))) {
      return best;
    }
    double bestScore = total(scores, best);
    for (int i = 0; i < MULTIPLIERS; i++) {
      int[] trial = separated(scores, multiplier(scores, i));
      double score = total(scores, trial);
      if (score < bestScore && acceptable.test(risk(trial))) {
        best = trial;
        bestScore = score;
      }
    }
    boolean improved = true;
    while (improved) {
      improved = false;
      for (int s = 0; s < best.length; s++) {
        improved |= exchange(best, s, scores[s], acceptable);
      }
    }
    return best;
  }

  private double multiplier(double[][] scores, int i) {
    double scoreScale = total(scores, safest()) / problem.qosSeconds();
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
  private boolean exchange(int[] choice, int stage, double[] scores, Predicate<Risk> acceptable) {
    int present = choice[stage];
    int[] cheaper =
        IntStream.range(0, scores.length)
            .filter(c -> scores[c] < scores[present])
            .boxed()
            .sorted(Comparator.comparingDouble(c -> scores[c]))
            .mapToInt(Integer::intValue)
            .toArray();
    if (cheaper.length == 0) {
      return false;
    }
    List<double[]> rows = new ArrayList<>();
    for (int s = 0; s < choice.length; s++) {
      rows.add(latencies[s][choice[s]]);
    }
    StageSlack slack = problem.graph().slack(stage, rows);
    for (int c : cheaper) {
      if (acceptable.test(
          Risk.of(slack.endToEnd(latencies[stage][c]), problem.qosSeconds(), problem.quantile()))) {
        choice[stage] = c;
        return true;
      }
    }
    return false;
  }

  private static double total(double[][] scores, int[] choice) {
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
