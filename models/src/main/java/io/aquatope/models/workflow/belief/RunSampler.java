/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

import static io.aquatope.models.workflow.belief.StageDraws.RUNS;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Draws runs of one stage from the beliefs about their variation. */
public final class RunSampler {

  private final StageDraws draws;
  private final RunVariation variation;
  private final int[] hypotheses;
  private final double[] usualFactors;
  private final double[] slowFactors;
  private final double[] starts;

  public RunSampler(StageDraws draws, RunVariation variation) {
    this.draws = draws;
    this.variation = variation;
    hypotheses =
        Arrays.stream(draws.beliefs().hypotheses())
            .mapToInt(variation.frequency()::hypothesis)
            .toArray();
    usualFactors = map(draws.runs().scatter(), level -> Math.exp(variation.scatter().at(level)));
    slowFactors = map(draws.runs().slowness(), variation.slowness()::factor);
    starts = map(draws.runs().slowness(), variation.slowness()::startSeconds);
  }

  private static double[] map(double[] values, DoubleUnaryOperator function) {
    return Arrays.stream(values).map(function).toArray();
  }

  /**
   * Latencies of {@value StageDraws#RUNS} runs in seconds, infinite where they fail.
   *
   * @param belief index of the belief to use
   * @param typicalSeconds of a warm run
   * @param failure probability that a run fails
   */
  public double[] runs(int candidate, int belief, double typicalSeconds, double failure) {
    int from = belief * RUNS;
    double[] usual = new double[RUNS];
    double[] slow = new double[RUNS];
    for (int r = 0; r < RUNS; r++) {
      usual[r] = typicalSeconds * usualFactors[from + r];
      slow[r] = typicalSeconds * slowFactors[from + r] + starts[from + r];
    }
    variation.usual().draw(candidate, usual, draws.runs().picks(), from);
    variation.slow().draw(candidate, slow, draws.runs().slowPicks(), from);
    double frequency =
        variation.frequency().at(hypotheses[belief], candidate, draws.affected(belief, candidate));
    double slowUpTo = failure + (1 - failure) * frequency;
    double[] runs = new double[RUNS];
    for (int r = 0; r < RUNS; r++) {
      double outcome = draws.outcomes()[from + r];
      if (outcome < failure) {
        runs[r] = Double.POSITIVE_INFINITY;
      } else {
        runs[r] = outcome < slowUpTo ? slow[r] : usual[(int) (draws.orders()[r] * RUNS)];
      }
    }
    return runs;
  }
}
