/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

/**
 * Distribution of the deviation of usual runs' log latency from the typical one of their
 * configuration. All observed deviations are equally probable. In addition, {@value #PRIOR_RUNS}
 * are from Student's t with four degrees of freedom, for deviations not observed yet. So no shape
 * of distribution is imposed.
 */
final class LatencyNoise {

  private static final double PRIOR_RUNS = 8;
  private static final double SMOOTHING = 0.3;
  private static final int GRID = 400;

  private final double scale;
  private final double[] deviations;
  private final double meanFactor;

  /**
   * A distribution of log seconds.
   *
   * @param scale of the t distribution
   * @param deviations observed deviations
   */
  LatencyNoise(double scale, double[] deviations) {
    this.scale = scale;
    this.deviations = deviations.clone();
    double sum = 0;
    for (int i = 0; i < GRID; i++) {
      sum += Math.exp(at((i + 0.5) / GRID));
    }
    meanFactor = sum / GRID;
  }

  double scale() {
    return scale;
  }

  /** Factor between the mean and the typical duration of runs. */
  double meanFactor() {
    return meanFactor;
  }

  /** The deviation at {@code level}; uniform levels within (0, 1) give this distribution. */
  double at(double level) {
    double position = level * (PRIOR_RUNS + deviations.length);
    if (position < PRIOR_RUNS) {
      return scale * student(position / PRIOR_RUNS);
    }
    int index = Math.min(deviations.length - 1, (int) (position - PRIOR_RUNS));
    return deviations[index] + SMOOTHING * scale * student(position - PRIOR_RUNS - index);
  }

  /** Quantile of Student's t with four degrees of freedom, in closed form (Shaw, 2006). */
  static double student(double level) {
    double bounded = Math.min(1 - 1e-6, Math.max(1e-6, level));
    double alpha = Math.sqrt(4 * bounded * (1 - bounded));
    double q = Math.cos(Math.acos(alpha) / 3) / alpha;
    return Math.signum(bounded - 0.5) * 2 * Math.sqrt(Math.max(0, q - 1));
  }
}
