/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

import java.util.List;

/**
 * Variation of a stage's runs in each of its configurations. Most runs are usual ones with small
 * {@link LatencyNoise}. Some are slow, because their container had to be started or for unknown
 * reasons. The {@link SlowRunRate} models the frequency of slow runs in each configuration, and the
 * {@link SlowdownDistribution} their slowness. In both cases, a configuration's own {@link
 * ConfigurationRuns} have more weight than those of others.
 *
 * @param scatter of usual runs around the typical one
 * @param usual the usual runs of each candidate
 * @param frequency of slow runs in each candidate
 * @param slowness of slow runs
 * @param slow the slow runs of each candidate
 */
record RunVariation(
    LatencyNoise scatter,
    ConfigurationRuns usual,
    SlowRunRate frequency,
    SlowdownDistribution slowness,
    ConfigurationRuns slow) {

  /**
   * Variation estimated from the runs so far.
   *
   * @param scale of usual runs' scatter, in log seconds
   * @param candidates number of candidates
   */
  static RunVariation of(List<AdjustedRun> runs, double scale, int candidates) {
    List<AdjustedRun> usual = runs.stream().filter(run -> !run.slow()).toList();
    List<AdjustedRun> slow = runs.stream().filter(AdjustedRun::slow).toList();
    return new RunVariation(
        new LatencyNoise(scale, usual.stream().mapToDouble(AdjustedRun::deviation).toArray()),
        ConfigurationRuns.of(usual, candidates),
        new SlowRunRate(count(runs, candidates), count(slow, candidates)),
        new SlowdownDistribution(slow),
        ConfigurationRuns.of(slow, candidates));
  }

  private static int[] count(List<AdjustedRun> runs, int candidates) {
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
