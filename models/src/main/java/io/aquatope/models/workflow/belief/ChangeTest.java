/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

import java.util.List;

/**
 * A run's log latency compared with its prediction, and the test for a change in behaviour. Under a
 * change, all of the latest runs deviate by one unknown amount. Its Bayes factor averages over the
 * amounts (Adams and MacKay, 2007, with a window instead of a run length). As a share of slow runs
 * is expected, a single one changes nothing.
 *
 * @param residual observed minus expected log seconds
 * @param deviation standard deviation of the prediction of a usual run
 * @param slow probability of a slow run
 */
record ChangeTest(double residual, double deviation, double slow) {

  /** The value for a run without a prediction. */
  static final ChangeTest NONE = new ChangeTest(0, Double.POSITIVE_INFINITY, 0);

  /** Mean of the log factor by which slow runs take longer, and its variation. */
  private static final double SLOW_MEAN = 0.5;

  private static final double SLOW_DEVIATION = 0.4;
  private static final int FEWEST = 3;
  private static final int MOST = 8;
  private static final double LEAST_DEVIATION = 0.04;
  private static final double LEAST_CHANGE = 0.15;
  private static final double GREATEST_CHANGE = 1.6;
  private static final double STEP = 0.05;
  private static final double CHANGE_DEVIATION = 0.7;
  private static final double CONVINCING = Math.log(1000);

  /** Number of the latest runs after a change; 0 if there was none. */
  static int changedFor(List<ChangeTest> runs) {
    int best = 0;
    double bestFactor = CONVINCING;
    for (int n = FEWEST; n <= Math.min(MOST, runs.size()); n++) {
      List<ChangeTest> latest = runs.subList(runs.size() - n, runs.size());
      if (latest.get(0).deviation == Double.POSITIVE_INFINITY) {
        break;
      }
      double factor = logBayesFactor(latest);
      if (factor > bestFactor) {
        best = n;
        bestFactor = factor;
      }
    }
    return best;
  }

  private static double logBayesFactor(List<ChangeTest> runs) {
    double unchanged = runs.stream().mapToDouble(r -> Math.log(r.density(0))).sum();
    double sum = 0;
    double weights = 0;
    for (double size = LEAST_CHANGE; size <= GREATEST_CHANGE; size += STEP) {
      double weight = Math.exp(-0.5 * size * size / (CHANGE_DEVIATION * CHANGE_DEVIATION));
      for (double change : new double[] {size, -size}) {
        double changed = runs.stream().mapToDouble(r -> Math.log(r.density(change))).sum();
        sum += weight * Math.exp(changed - unchanged);
        weights += weight;
      }
    }
    return Math.log(sum / weights);
  }

  /**
   * Density of the run if all runs had become slower by {@code change}: Student's t, and slow runs.
   */
  private double density(double change) {
    double scale = Math.max(LEAST_DEVIATION, deviation);
    double z = (residual - change) / scale;
    double usual = 0.375 / scale * Math.pow(1 + z * z / 4, -2.5);
    double spread = Math.hypot(SLOW_DEVIATION, scale);
    double slower = (residual - change - SLOW_MEAN) / spread;
    return (1 - slow) * usual
        + slow * Math.exp(-0.5 * slower * slower) / (spread * Math.sqrt(2 * Math.PI));
  }
}
