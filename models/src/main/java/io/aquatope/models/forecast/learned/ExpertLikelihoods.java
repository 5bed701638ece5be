/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.learned;

import io.aquatope.models.forecast.component.StateReader;
import io.aquatope.models.forecast.component.StateWriter;

/**
 * Likelihoods of the coming window's demands under the network and each expert. They are kept until
 * the outcome is known, in little memory: only for the bins that the mixture considered possible.
 */
final class ExpertLikelihoods {

  private static final int FORECASTS = 1 + ExpertComponents.COUNT;
  private static final int MOST_BINS = 128;
  private static final double BEYOND = 1e-2;

  private final int bins;

  /** The first bin of all forecasts, then the second of all, and so on. */
  private final float[] masses;

  /**
   * Keeps the bins below a bound beyond which the mixture has little mass.
   *
   * @param mixed the mixture's mass, which sums to one
   * @param combined the network's mass
   * @param experts mass of each expert
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

  /** The likelihood under the network (0) or an expert (from 1). */
  double of(int forecast, int bin) {
    return masses[bin * FORECASTS + forecast];
  }
}
