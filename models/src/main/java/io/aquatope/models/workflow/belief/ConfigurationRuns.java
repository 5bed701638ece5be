/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

import java.util.Arrays;
import java.util.List;

/**
 * Runs of each configuration of a stage. The next run is like any of its own n runs with a
 * probability of {@code n / (n + m)}, where m = {@value #OTHERS}. Otherwise it is distributed as
 * the runs of all configurations predict. Each run drawn counts for those after it (the Pólya urn
 * of a Dirichlet process: Blackwell and MacQueen, 1973). So a few runs distinguish a configuration
 * with slow runs from one without, and an untried configuration may be either.
 */
final class ConfigurationRuns {

  private static final double OTHERS = 2;

  private final double[][] seconds;

  /** Runs by candidate, in the seconds that they would take now. */
  private ConfigurationRuns(double[][] seconds) {
    this.seconds = seconds;
  }

  /**
   * Groups runs by candidate.
   *
   * @param candidates number of candidates
   */
  static ConfigurationRuns of(List<AdjustedRun> runs, int candidates) {
    double[][] own = new double[candidates][0];
    for (AdjustedRun run : runs) {
      int c = run.candidate();
      own[c] = Arrays.copyOf(own[c], own[c].length + 1);
      own[c][own[c].length - 1] = run.seconds();
    }
    return new ConfigurationRuns(own);
  }

  /** Expected seconds of a run, if the other runs predict {@code otherwise}. */
  double expected(int candidate, double otherwise) {
    double[] own = seconds[candidate];
    return (OTHERS * otherwise + Arrays.stream(own).sum()) / (OTHERS + own.length);
  }

  /**
   * Replaces predicted runs by the next runs of a candidate.
   *
   * @param runs seconds of runs, as the other runs predict them
   * @param picks as many uniform variates, and the index of the first
   */
  void draw(int candidate, double[] runs, double[] picks, int from) {
    double[] own = seconds[candidate];
    for (int r = 0; r < runs.length; r++) {
      double position = picks[from + r] * (OTHERS + own.length + r) - OTHERS;
      if (position >= own.length) {
        runs[r] = runs[(int) position - own.length];
      } else if (position >= 0) {
        runs[r] = own[(int) position];
      }
    }
  }
}
