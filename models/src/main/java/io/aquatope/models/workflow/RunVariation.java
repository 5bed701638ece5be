/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import java.util.List;

/**
 * How the runs of a stage vary in each of its configurations. Most are usual ones, whose {@link
 * Scatter} is small. Some are slow, be it that their container had to be started, or for reasons
 * unknown: which configurations have such runs, and how many, is one question, {@link Slowness how
 * slow} they are is another. Either way, a configuration's {@link OwnRuns} count for more than
 * those of others.
 *
 * @param scatter of usual runs around the typical one
 * @param usual the usual runs of each candidate
 * @param frequency of slow runs in each candidate
 * @param slowness of slow runs
 * @param slow the slow runs of each candidate
 */
record RunVariation(
    Scatter scatter, OwnRuns usual, SlowFrequency frequency, Slowness slowness, OwnRuns slow) {

  /**
   * What the runs so far show.
   *
   * @param scale of usual runs' scatter, in log seconds
   * @param candidates how many there are
   */
  static RunVariation of(List<Repetition> runs, double scale, int candidates) {
    List<Repetition> usual = runs.stream().filter(run -> !run.slow()).toList();
    List<Repetition> slow = runs.stream().filter(Repetition::slow).toList();
    return new RunVariation(
        new Scatter(scale, usual.stream().mapToDouble(Repetition::deviation).toArray()),
        OwnRuns.of(usual, candidates),
        new SlowFrequency(count(runs, candidates), count(slow, candidates)),
        new Slowness(slow),
        OwnRuns.of(slow, candidates));
  }

  private static int[] count(List<Repetition> runs, int candidates) {
    int[] count = new int[candidates];
    runs.forEach(run -> count[run.candidate()]++);
    return count;
  }

  /** Expected seconds of a candidate's run, if a typical one takes {@code typical} seconds. */
  double expectedSeconds(int candidate, double typical) {
    double slowShare = frequency.mean(candidate);
    return (1 - slowShare) * usual.expected(candidate, typical * scatter.meanFactor())
        + slowShare * slow.expected(candidate, slowness.expectedSeconds(typical));
  }
}
