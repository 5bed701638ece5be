/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.synthetic;

import io.aquatope.models.distribution.RandomVariates;
import java.util.SplittableRandom;

/**
 * Run times of a generated function: log-normal around its mean.
 *
 * <p>The means of functions are log-normal themselves, with the parameters of Shahrad et al.
 * (USENIX ATC 2020, figure 7): μ = −0.38, σ = 2.36, in seconds.
 */
record SyntheticRunTimes(double meanSeconds) {

  private static final double MU = -0.38;
  private static final double SIGMA = 2.36;
  private static final double SHORTEST_MEAN = 0.001;
  private static final double LONGEST_MEAN = 30;

  /** Spread of one function's run times: most are within a factor of two. */
  private static final double SPREAD = 0.4;

  /**
   * The most containers that a function occupies in the mean at its busiest time. Functions that
   * are called often are short, and the default load fits an invoker of a few GB with room for idle
   * containers.
   */
  private static final double MOST_BUSY_CONTAINERS = 0.25;

  /**
   * Draws the mean of a function.
   *
   * @param callsPerSecond highest rate of its calls
   */
  static SyntheticRunTimes draw(double callsPerSecond, SplittableRandom random) {
    double longest = Math.min(LONGEST_MEAN, MOST_BUSY_CONTAINERS / callsPerSecond);
    double mean = Math.exp(MU + SIGMA * RandomVariates.normal(random));
    return new SyntheticRunTimes(Math.max(SHORTEST_MEAN, Math.min(longest, mean)));
  }

  /** One run time, in microseconds. */
  long drawMicros(SplittableRandom random) {
    double factor = Math.exp(SPREAD * RandomVariates.normal(random) - SPREAD * SPREAD / 2);
    return Math.max(1, Math.round(ArrivalShape.MICROS_PER_SECOND * meanSeconds * factor));
  }
}
