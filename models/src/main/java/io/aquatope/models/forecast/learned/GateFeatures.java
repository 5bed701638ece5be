/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.learned;

import io.aquatope.models.distribution.DemandGrid;
import io.aquatope.models.forecast.FunctionTrigger;
import io.aquatope.models.forecast.component.DemandHistory;

/**
 * Features of a function before a window, as input of the network: how likely each expert finds any
 * demand (as log odds), how long the function has been idle, how often it is active, its level, the
 * trigger, and the position of the requested window within the hour. All lie roughly within (-3,
 * 3).
 */
final class GateFeatures {

  private static final int[] SPANS = {3, 10, 30, 120, 480};
  private static final int[] CLOCK = {2, 5, 10, 15, 30, 60};

  /** Logarithm of a demand by its bin, as a feature. */
  private static final double[] LEVEL = new double[DemandGrid.BINS];

  static {
    for (int bin = 0; bin < LEVEL.length; bin++) {
      LEVEL[bin] = log((double) DemandGrid.lower(bin));
    }
  }

  /** Number of features. */
  static final int COUNT =
      ExpertComponents.COUNT
          + 2 * SPANS.length
          + CLOCK.length
          + FunctionTrigger.values().length
          + 9;

  private GateFeatures() {}

  /**
   * @param masses of all experts, {@code step} windows ahead
   */
  static double[] of(DemandHistory history, double[][] masses, int step) {
    double[] features = new double[COUNT];
    int at = 0;
    for (double[] mass : masses) {
      double silent = Math.min(1 - 1e-6, Math.max(1e-6, mass[0]));
      features[at++] = Math.log((1 - silent) / silent) / 4;
    }
    at = spans(history, features, at);
    long minute = history.minute(step);
    for (int part : CLOCK) {
      features[at++] = Math.floorMod(minute, part) == 0 ? 1 : 0;
    }
    for (FunctionTrigger trigger : FunctionTrigger.values()) {
      features[at++] = trigger == history.trigger() ? 1 : 0;
    }
    features[at++] = log((double) history.idle());
    features[at++] = log((double) history.previousGap());
    features[at++] = history.previousGap() == 0 ? 1 : 0;
    features[at++] =
        Math.min(2, (history.idle() + step) / (double) Math.max(1, history.previousGap())) - 1;
    features[at++] = log(history.size());
    features[at++] = log(history.newestPeak());
    features[at++] = log(history.fastArrivals());
    features[at++] = log(history.slowArrivals());
    features[at] = log(step - 1) / 2;
    return features;
  }

  /** Share of active windows, and mean log demand, over the last spans of windows. */
  private static int spans(DemandHistory history, double[] features, int from) {
    int at = from;
    int active = 0;
    double level = 0;
    for (int span : SPANS) {
      int end = Math.min(span, history.size());
      while (active < history.demands() && history.lagOfDemand(active) <= end) {
        level += LEVEL[history.bin(history.lagOfDemand(active))];
        active++;
      }
      features[at++] = active / (double) Math.max(1, end);
      features[at++] = level / Math.max(1, active);
    }
    return at;
  }

  private static double log(double count) {
    return Math.log1p(count) / 4;
  }
}
