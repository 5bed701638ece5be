/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import io.aquatope.exchange.FieldChecks;
import io.aquatope.exchange.workflow.observation.StageMemory;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Recommends memory limits: the observed peak of a stage plus a quarter, in steps of {@value
 * #STEP_MB} MB, within OpenWhisk's limits. So a limit that is too generous or nearly used up is
 * recognised without a run that fails.
 *
 * @param leastMb the least limit that OpenWhisk allows
 * @param mostMb the greatest limit that OpenWhisk allows
 */
public record MemorySteps(int leastMb, int mostMb) {

  private static final int STEP_MB = 64;
  private static final double HEADROOM = 1.25;

  /** Number of runs of a stage that a recommendation needs. */
  private static final int ENOUGH = 20;

  public MemorySteps {
    FieldChecks.that(
        leastMb > 0 && leastMb <= mostMb, "memory", leastMb + " to " + mostMb, "a range of MB");
  }

  /**
   * Recommendation for all tuned stages, as soon as each has enough runs; 0 for the other stages.
   */
  public Optional<List<Integer>> advice(WorkflowState state) {
    List<StageMemory> memory = state.load().memory();
    Workflow definition = state.definition();
    return IntStream.range(0, memory.size())
            .allMatch(s -> !definition.tunes(s) || memory.get(s).runs() >= ENOUGH)
        ? Optional.of(
            IntStream.range(0, memory.size())
                .mapToObj(s -> definition.tunes(s) ? limit(memory.get(s)) : 0)
                .toList())
        : Optional.empty();
  }

  /** The least step that is more than this. */
  public static int above(int megabytes) {
    return (megabytes / STEP_MB + 1) * STEP_MB;
  }

  private int limit(StageMemory use) {
    int needed = (int) Math.ceil(use.peakMb() * HEADROOM / STEP_MB) * STEP_MB;
    return Math.min(mostMb, Math.max(leastMb, needed));
  }
}
