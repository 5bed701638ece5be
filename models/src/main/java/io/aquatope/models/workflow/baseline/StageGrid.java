/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline;

import com.google.common.collect.ImmutableList;
import io.aquatope.models.workflow.StageConfiguration;
import io.aquatope.models.workflow.StageSpace;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A stage's candidates as points of the unit square of CPU and memory, both on a linear scale. */
final class StageGrid {

  private final ImmutableList<StageConfiguration> candidates;
  private final double greatestCores;
  private final double greatestMemory;

  StageGrid(StageSpace space) {
    candidates = space.candidates();
    greatestCores = candidates.stream().mapToDouble(StageConfiguration::cores).max().orElseThrow();
    greatestMemory =
        candidates.stream().mapToDouble(StageConfiguration::memoryGib).max().orElseThrow();
  }

  double cpu(int candidate) {
    return candidates.get(candidate).cores() / greatestCores;
  }

  double memory(int candidate) {
    return candidates.get(candidate).memoryGib() / greatestMemory;
  }

  double cores(int candidate) {
    return candidates.get(candidate).cores();
  }

  /** The candidate nearest to a point of the unit square. */
  int nearest(double cpu, double memory) {
    return IntStream.range(0, candidates.size())
        .boxed()
        .min(Comparator.comparingDouble(c -> Math.hypot(cpu(c) - cpu, memory(c) - memory)))
        .orElseThrow();
  }

  /** The candidate with the next lower CPU and the nearest memory. */
  OptionalInt lessCpu(int from, double atMost) {
    return nearestBelow(from, c -> cpu(c) <= atMost && cpu(c) < cpu(from), this::cpu, this::memory);
  }

  /** The candidate with the next lower memory and the nearest CPU. */
  OptionalInt lessMemory(int from, double atMost) {
    return nearestBelow(
        from, c -> memory(c) <= atMost && memory(c) < memory(from), this::memory, this::cpu);
  }

  private interface Coordinate {
    double of(int candidate);
  }

  private OptionalInt nearestBelow(
      int from, Predicate<Integer> less, Coordinate reduced, Coordinate kept) {
    return IntStream.range(0, candidates.size())
        .boxed()
        .filter(less)
        .min(
            Comparator.comparingDouble((Integer c) -> 4 * Math.abs(kept.of(c) - kept.of(from)))
                .thenComparingDouble(c -> -reduced.of(c)))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }
}
