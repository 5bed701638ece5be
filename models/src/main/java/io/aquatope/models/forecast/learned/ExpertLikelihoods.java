/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.learned;

import io.aquatope.models.forecast.component.StateReader;
import io.aquatope.models.forecast.component.StateWriter;

/**
 * What the network and each expert gave each demand of the coming window, kept until its outcome is
 * known, in little memory: only the bins that the mixture thought possible.
 */
final class ExpertLikelihoods {

  private static final int FORECASTS = 1 + ExpertComponents.COUNT;
  private static final int MOST_BINS = 128;
  private static final double BEYOND = 1e-2;

  private final int bins;

  /** Of all forecasts the first bin, then of all the second, and so on. */
  private final float[] masses;

  /**
   * Keeps the bins up to where little of the mixture lies beyond.
   *
   * @param mixed the mixture's mass, which sums to one
   * @param combined the network's
   * @param experts of each expert
   */
  ExpertLikelihoods(double[] mixed, double[] combined, double[][] experts) {
    int kept = 0;
    for (double beyond = 1; beyond > BEYOND && kept < Math.min(MOST_BINS, mixed.length); kept++) {
      beyond -= mixed[kept];
    }
    bins = kept;
    masses = new float[bins * FORECASTS];
    for (int i = 0; i < masses.length; i++) {
      int forecast = i % FORECASTS;
      masses[i] = (float) (forecast == 0 ? combined : experts[forecast - 1])[i / FORECASTS];
    }
  }

  ExpertLikelihoods(StateReader in) {
    bins = in.byteOf();
    masses = new float[bins * FORECASTS];
    for (int i = 0; i < masses.length; i++) {
      masses[i] = in.floatOf();
    }
  }

  void write(StateWriter out) {
    out.byteOf(bins);
    for (float mass : masses) {
      out.floatOf(mass);
    }
  }

  /** Whether the likelihoods of this demand were kept. */
  boolean cover(int bin) {
    return bin < bins;
  }

  /** Of the network (0) or an expert (from 1). */
  double of(int forecast, int bin) {
    return masses[bin * FORECASTS + forecast];
  }
}
