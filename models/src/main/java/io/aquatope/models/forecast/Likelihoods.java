/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast;

/**
 * What the network and each expert gave each demand of the coming window, kept until its outcome is
 * known, in little memory: only the bins that the mixture thought possible.
 */
final class Likelihoods {

  private static final int MOST_BINS = 128;
  private static final double BEYOND = 1e-4;

  private final float[][] masses;

  /**
   * Keeps the bins up to where little of the mixture lies beyond.
   *
   * @param mixed the mixture's mass, which sums to one
   * @param combined the network's
   * @param experts of each expert
   */
  Likelihoods(double[] mixed, double[] combined, double[][] experts) {
    int bins = 0;
    for (double beyond = 1; beyond > BEYOND && bins < MOST_BINS; bins++) {
      beyond -= mixed[bins];
    }
    masses = new float[1 + experts.length][bins];
    for (int i = 0; i < masses.length; i++) {
      double[] mass = i == 0 ? combined : experts[i - 1];
      for (int bin = 0; bin < bins; bin++) {
        masses[i][bin] = (float) mass[bin];
      }
    }
  }

  /** Whether the likelihoods of this demand were kept. */
  boolean cover(int bin) {
    return bin < masses[0].length;
  }

  /** Of the network (0) or an expert (from 1). */
  double of(int forecast, int bin) {
    return masses[forecast][bin];
  }
}
