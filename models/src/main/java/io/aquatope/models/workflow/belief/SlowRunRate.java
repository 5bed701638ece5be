/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

import io.aquatope.models.distribution.CategoricalDistribution;

/**
 * Rate of slow runs in each configuration: close to zero in most, and one common rate in the others
 * (a spike and a slab: Mitchell and Beauchamp, 1988). Neither the rate nor the share of the
 * configurations that have slow runs is known. Each pair of them is a hypothesis, weighed by Bayes'
 * rule. So a few runs distinguish a configuration with slow runs from one without; fewer are needed
 * the more often other configurations had them.
 */
final class SlowRunRate {

  private static final double HARDLY_EVER = 0.003;
  private static final double[] FREQUENCIES = {
    0.01, 0.03, 0.06, 0.1, 0.15, 0.2, 0.27, 0.33, 0.4, 0.5, 0.65, 0.8
  };
  private static final double[] SHARES = {
    0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99
  };

  /** Prior probability of the first of the shares: that almost no configuration has slow runs. */
  private static final double HARMLESS = 0.7;

  private static final double NEGLIGIBLE = 1e-7;

  private final CategoricalDistribution believed;
  private final double[][] affected = new double[FREQUENCIES.length * SHARES.length][];
  private final double[] mean;

  /**
   * Beliefs after these runs.
   *
   * @param runs of each configuration
   * @param slow number of slow runs of each configuration
   */
  SlowRunRate(int[] runs, int[] slow) {
    double[] logWeights = new double[affected.length];
    for (int h = 0; h < affected.length; h++) {
      affected[h] = new double[runs.length];
      logWeights[h] = weigh(h, runs, slow);
    }
    believed = CategoricalDistribution.ofLogWeights(logWeights);
    mean = new double[runs.length];
    for (int h = 0; h < believed.size(); h++) {
      double probability = believed.probability(h);
      for (int c = 0; c < mean.length && probability > NEGLIGIBLE; c++) {
        mean[c] +=
            probability * (affected[h][c] * frequency(h) + (1 - affected[h][c]) * HARDLY_EVER);
      }
    }
  }

  /**
   * Log of a hypothesis' weight; records the probability of each configuration's slow runs under
   * it.
   */
  private double weigh(int hypothesis, int[] runs, int[] slow) {
    double frequency = frequency(hypothesis);
    int s = hypothesis % SHARES.length;
    double share = SHARES[s];
    double sum = Math.log(s == 0 ? HARMLESS : (1 - HARMLESS) / (SHARES.length - 1));
    for (int c = 0; c < runs.length; c++) {
      double with = share;
      double without = 1 - share;
      if (runs[c] > 0) {
        with *= likelihood(frequency, runs[c], slow[c]);
        without *= likelihood(HARDLY_EVER, runs[c], slow[c]);
        sum += Math.log(with + without);
      }
      affected[hypothesis][c] = with / (with + without);
    }
    return sum;
  }

  private static double likelihood(double frequency, int runs, int slow) {
    return Math.pow(frequency, slow) * Math.pow(1 - frequency, runs - slow);
  }

  private static double frequency(int hypothesis) {
    return FREQUENCIES[hypothesis / SHARES.length];
  }

  /** Probability that the next run of a configuration is slow. */
  double mean(int candidate) {
    return mean[candidate];
  }

  /**
   * The hypothesis at {@code level} of the cumulative probabilities, {@code level} within [0, 1).
   */
  int hypothesis(double level) {
    return believed.indexAt(level);
  }

  /**
   * Rate of a configuration's slow runs, if a hypothesis is true.
   *
   * @param level uniform within [0, 1): decides whether the configuration has slow runs
   */
  double at(int hypothesis, int candidate, double level) {
    return level < affected[hypothesis][candidate] ? frequency(hypothesis) : HARDLY_EVER;
  }
}
