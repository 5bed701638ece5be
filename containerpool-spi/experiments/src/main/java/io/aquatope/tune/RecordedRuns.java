/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import com.google.common.collect.ImmutableList;
import com.google.common.math.Quantiles;
import io.aquatope.models.workflow.StageRun;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * The runs of one configuration, completed. A failed run without a latency took the median of the
 * others. The start of a cold run is what it took longer than the median of the warm ones.
 *
 * @param runs at least one
 * @param usualSeconds the median over all configurations
 */
record RecordedRuns(List<RecordedRun> runs, double usualSeconds) {

  /** A start takes a part of the run. */
  private static final double MOST_OF_A_RUN = 0.999;

  /** The median of the latencies that are known; empty if none is. */
  static OptionalDouble median(Collection<RecordedRun> runs) {
    List<Double> seconds =
        runs.stream()
            .filter(run -> run.seconds().isPresent())
            .map(run -> run.seconds().getAsDouble())
            .collect(Collectors.toList());
    return seconds.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Quantiles.median().compute(seconds));
  }

  ImmutableList<StageRun> complete() {
    double usual = median(runs).orElse(usualSeconds);
    OptionalDouble warm =
        median(
            runs.stream()
                .filter(run -> run.succeeded() && !run.isCold())
                .collect(Collectors.toList()));
    ImmutableList.Builder<StageRun> complete = ImmutableList.builder();
    for (RecordedRun run : runs) {
      double seconds = run.seconds().orElse(usual);
      complete.add(new StageRun(seconds, run.succeeded(), start(run, seconds, warm)));
    }
    return complete.build();
  }

  private static double start(RecordedRun run, double seconds, OptionalDouble warm) {
    if (run.startSeconds().isPresent()) {
      return run.startSeconds().getAsDouble();
    }
    return run.isCold() && warm.isPresent()
        ? Math.min(MOST_OF_A_RUN * seconds, Math.max(0, seconds - warm.getAsDouble()))
        : 0;
  }
}
