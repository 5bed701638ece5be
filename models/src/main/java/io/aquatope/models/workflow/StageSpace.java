/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The configurations that a stage may have.
 *
 * @param name the stage, for messages
 * @param profile code, input and machine of the stage; stages of equal profile and candidates
 *     behave alike
 * @param candidates at least one, all different
 */
public record StageSpace(
    String name, String profile, ImmutableList<StageConfiguration> candidates) {

  public StageSpace {
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException("stage " + name + " has no configuration to choose from");
    }
  }

  /** A copy without the name. */
  public StageSpace anonymous() {
    return new StageSpace("", profile, candidates);
  }

  public int size() {
    return candidates.size();
  }

  /** The candidate with most cores and, among those, most memory. */
  public int mostGenerous() {
    return byGenerosity().get(0);
  }

  /** Candidates by falling number of cores and, among those, falling memory. */
  public List<Integer> byGenerosity() {
    return IntStream.range(0, size())
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer c) -> candidates.get(c).cores())
                .thenComparingDouble(c -> candidates.get(c).memoryGib())
                .reversed())
        .toList();
  }
}
