/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.forecast;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How long a function runs, as the Azure 2019 trace tells it: seven percentiles, between which
 * durations are spread evenly.
 */
final class Durations {

  /** Levels of the percentiles, in percent. */
  static final int[] LEVELS = {0, 1, 25, 50, 75, 99, 100};

  private final double[] milliseconds;

  /**
   * @param milliseconds durations at {@link #LEVELS}
   */
  Durations(double[] milliseconds) {
    this.milliseconds = Arrays.copyOf(milliseconds, LEVELS.length);
  }

  /** One duration in milliseconds, at least 1. */
  double sample(SplittableRandom random) {
    double level = random.nextDouble() * 100;
    int i = 1;
    while (i < LEVELS.length - 1 && level > LEVELS[i]) {
      i++;
    }
    double part = (level - LEVELS[i - 1]) / (LEVELS[i] - LEVELS[i - 1]);
    double from = milliseconds[i - 1];
    return Math.max(1, from + part * (milliseconds[i] - from));
  }
}
