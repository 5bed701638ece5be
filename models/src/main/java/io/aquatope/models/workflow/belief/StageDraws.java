/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

import io.aquatope.models.distribution.StratifiedUniforms;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Common random numbers for one stage: {@value #BELIEFS} draws of its unknown properties, and for
 * each {@value #RUNS} draws of single runs. All are stratified.
 *
 * @param orders order of usual runs
 * @param outcomes for each run a level that decides whether it fails or is slow
 */
@SuppressWarnings("ArrayRecordComponent") // a table of numbers, read by its owner only
public record StageDraws(Beliefs beliefs, Runs runs, double[] orders, double[] outcomes) {

  public static final int BELIEFS = 32;
  public static final int RUNS = 80;

  /** Distance from candidate to candidate between the levels that decide about slow runs. */
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  /**
   * Draws of the unknown properties.
   *
   * @param components for each belief a level of the mixture of latency functions
   * @param latencies for each belief a standard normal that places the latency within its component
   * @param hypotheses for each belief a level of the rate of slow runs
   * @param affected for each belief a level that decides whether a configuration has slow runs
   */
  @SuppressWarnings("ArrayRecordComponent") // a table of numbers, read by its owner only
  public record Beliefs(
      double[] components, double[] latencies, double[] hypotheses, double[] affected) {

    private static Beliefs draw(SplittableRandom random) {
      NormalDistribution normal = new NormalDistribution(null, 0, 1);
      double[] latencies = StratifiedUniforms.levels(BELIEFS, random);
      Arrays.setAll(latencies, b -> normal.inverseCumulativeProbability(latencies[b]));
      return new Beliefs(
          StratifiedUniforms.levels(BELIEFS, random),
          latencies,
          StratifiedUniforms.levels(BELIEFS, random),
          StratifiedUniforms.levels(BELIEFS, random));
    }
  }

  /**
   * Draws of runs.
   *
   * @param scatter for each run a level of the deviation of usual runs
   * @param picks for each run a level that selects one of the configuration's own runs
   * @param slowness for each run a level of the slowness, if it is slow
   * @param slowPicks for each run a level that selects one of the configuration's own slow runs, if
   *     it is slow
   */
  @SuppressWarnings("ArrayRecordComponent") // a table of numbers, read by its owner only
  record Runs(double[] scatter, double[] picks, double[] slowness, double[] slowPicks) {

    private static Runs draw(SplittableRandom random) {
      return new Runs(
          StratifiedUniforms.levels(BELIEFS * RUNS, random),
          StratifiedUniforms.levels(BELIEFS * RUNS, random),
          StratifiedUniforms.levels(BELIEFS * RUNS, random),
          StratifiedUniforms.levels(BELIEFS * RUNS, random));
    }
  }

  public static StageDraws draw(SplittableRandom random) {
    return new StageDraws(
        Beliefs.draw(random),
        Runs.draw(random),
        StratifiedUniforms.levels(RUNS, random),
        perBelief(random));
  }

  /** Draws for another stage that behaves alike: the same beliefs, with other runs. */
  public StageDraws alike(SplittableRandom random) {
    return new StageDraws(
        beliefs, runs, StratifiedUniforms.levels(RUNS, random), perBelief(random));
  }

  /**
   * Level that decides whether a candidate has slow runs; those of different candidates are nearly
   * independent.
   */
  double affected(int belief, int candidate) {
    return (beliefs.affected()[belief] + candidate * GOLDEN) % 1;
  }

  private static double[] perBelief(SplittableRandom random) {
    double[] values = new double[BELIEFS * RUNS];
    for (int b = 0; b < BELIEFS; b++) {
      System.arraycopy(StratifiedUniforms.levels(RUNS, random), 0, values, b * RUNS, RUNS);
    }
    return values;
  }
}
