/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.learned;

/**
 * Brings a function's demand to the scale of the global network and back: z = (y - mean) /
 * deviation.
 *
 * @param mean of the demand, in containers
 * @param deviation its standard deviation, at least a quarter of a container, so that a single call
 *     in a long silence is no outlier of many deviations
 */
record DemandScale(double mean, double deviation) {

  private static final double SMALLEST = 0.25;

  static DemandScale of(double[] demand) {
    double mean = 0;
    for (double value : demand) {
      mean += value / demand.length;
    }
    double variance = 0;
    for (double value : demand) {
      variance += (value - mean) * (value - mean) / demand.length;
    }
    return new DemandScale(mean, Math.max(SMALLEST, Math.sqrt(variance)));
  }

  double scaled(double demand) {
    return (demand - mean) / deviation;
  }

  double demand(double scaled) {
    return scaled * deviation + mean;
  }
}
