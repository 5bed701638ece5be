/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

import java.util.List;

/**
 * Distribution of the slowdown of slow runs compared with typical ones: a factor, and the seconds
 * of a container's start. All slow runs so far are equally probable. One more run, about half as
 * long again, stands for slowdowns not observed yet.
 */
final class SlowdownDistribution {

  private static final double PRIOR_RUNS = 1;
  private static final double PRIOR_MEAN = 0.5;
  private static final double PRIOR_SCALE = 0.25;
  private static final int GRID = 200;

  private final List<AdjustedRun> runs;
  private final double meanFactor;
  private final double meanStart;

  SlowdownDistribution(List<AdjustedRun> runs) {
    this.runs = List.copyOf(runs);
    double factors = 0;
    double starts = 0;
    for (int i = 0; i < GRID; i++) {
      double level = (i + 0.5) / GRID;
      factors += factor(level);
      starts += startSeconds(level);
    }
    meanFactor = factors / GRID;
    meanStart = starts / GRID;
  }

  /** Warm seconds over the typical ones at {@code level}, which is uniform within (0, 1). */
  double factor(double level) {
    double position = position(level);
    return Math.exp(
        position < PRIOR_RUNS
            ? PRIOR_MEAN + PRIOR_SCALE * LatencyNoise.student(position / PRIOR_RUNS)
            : at(position).deviation());
  }

  /** Seconds of the start at the same {@code level}. */
  double startSeconds(double level) {
    double position = position(level);
    return position < PRIOR_RUNS ? 0 : at(position).startSeconds();
  }

  /** Expected seconds of a slow run, if a typical one takes {@code typical} seconds. */
  double expectedSeconds(double typical) {
    return typical * meanFactor + meanStart;
  }

  private double position(double level) {
    return level * (PRIOR_RUNS + runs.size());
  }

  private AdjustedRun at(double position) {
    return runs.get(Math.min(runs.size() - 1, (int) (position - PRIOR_RUNS)));
  }
}
