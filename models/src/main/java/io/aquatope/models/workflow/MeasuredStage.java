/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.SplittableRandom;

/**
 * A stage as a table of real measurements: the measured repetitions of each candidate
 * configuration. A run of the stage is one repetition drawn at random. A stage in a loop draws
 * {@code repeat} of them, one after another.
 *
 * @param space the measured configurations
 * @param repetitions for each candidate at least one run, fastest first, failures last
 * @param repeat how often the stage runs in one run of the workflow, at least 1
 */
public record MeasuredStage(
    StageSpace space, ImmutableList<ImmutableList<StageRun>> repetitions, int repeat) {

  private static final Comparator<StageRun> BY_LATENCY =
      Comparator.comparingDouble(StageRun::latency).thenComparingDouble(StageRun::seconds);

  public MeasuredStage {
    if (space.size() != repetitions.size()) {
      throw new IllegalArgumentException(
          "stage %s: %s candidates but measurements of %s"
              .formatted(space.name(), space.size(), repetitions.size()));
    }
    if (repeat < 1) {
      throw new IllegalArgumentException("stage " + space.name() + " runs at least once");
    }
    repetitions =
        repetitions.stream()
            .map(runs -> ImmutableList.sortedCopyOf(BY_LATENCY, runs))
            .collect(ImmutableList.toImmutableList());
  }

  /** One run: the sum of {@code repeat} draws, failed if one of them failed. */
  StageRun draw(int candidate, SplittableRandom random) {
    double seconds = 0;
    double startSeconds = 0;
    boolean succeeded = true;
    for (int i = 0; i < repeat && succeeded; i++) {
      ImmutableList<StageRun> runs = repetitions.get(candidate);
      StageRun run = runs.get(random.nextInt(runs.size()));
      seconds += run.seconds();
      startSeconds += run.startSeconds();
      succeeded = run.succeeded();
    }
    return new StageRun(seconds, succeeded, startSeconds);
  }

  /** Expected billed seconds of one run, failures included. */
  double meanSeconds(int candidate) {
    return repeat
        * repetitions.get(candidate).stream()
            .mapToDouble(StageRun::seconds)
            .average()
            .orElseThrow();
  }

  /** Latency at each level: {@code levels} holds one row of uniform variates per repeat. */
  double[] latencies(int candidate, double[][] levels) {
    ImmutableList<StageRun> runs = repetitions.get(candidate);
    double[] sorted = runs.stream().mapToDouble(StageRun::latency).toArray();
    double[] latencies = new double[levels[0].length];
    for (double[] row : levels) {
      for (int r = 0; r < latencies.length; r++) {
        latencies[r] += sorted[(int) (row[r] * sorted.length)];
      }
    }
    return latencies;
  }
}
