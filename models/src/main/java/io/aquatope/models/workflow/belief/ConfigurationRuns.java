/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

import java.util.Arrays;
import java.util.List;

/**
 * The runs that each configuration of a stage has had itself. The next one is believed to be like
 * any of these n with a probability of {@code n / (n + m)}, and else as all others lead to expect,
 * with m = {@value #OTHERS}; each run drawn counts for those after it (the Pólya urn of a Dirichlet
 * process: Blackwell and MacQueen, 1973). So a few runs tell a configuration with slow runs from
 * one without, and what was never tried may be either.
 */
final class ConfigurationRuns {

  private static final double OTHERS = 2;

  private final double[][] seconds;

  /** By candidate, the seconds that its runs would take now. */
  private ConfigurationRuns(double[][] seconds) {
    this.seconds = seconds;
  }

  /**
   * Sorts runs by candidate.
   *
   * @param candidates how many there are
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

  /** Expected seconds of a run, if others lead to expect {@code otherwise}. */
  double expected(int candidate, double otherwise) {
    double[] own = seconds[candidate];
    return (OTHERS * otherwise + Arrays.stream(own).sum()) / (OTHERS + own.length);
  }

  /**
   * Replaces runs as others lead to expect them by the next runs of a candidate.
   *
   * @param runs seconds of runs as others lead to expect them
   * @param picks as many uniform variates, and from which on
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
