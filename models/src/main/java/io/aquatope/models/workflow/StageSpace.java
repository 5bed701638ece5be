/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import com.google.common.collect.ImmutableList;

/**
 * The configurations a stage may be given.
 *
 * @param name the stage, for messages
 * @param profile what runs there, on what input and machine: stages of equal profile and candidates
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

  /** The same without its name. */
  StageSpace anonymous() {
    return new StageSpace("", profile, candidates);
  }

  public int size() {
    return candidates.size();
  }

  /** The candidate with most cores and, among those, most memory. */
  public int mostGenerous() {
    int best = 0;
    for (int i = 1; i < size(); i++) {
      StageConfiguration a = candidates.get(i);
      StageConfiguration b = candidates.get(best);
      if (a.cores() > b.cores() || (a.cores() == b.cores() && a.memoryGib() > b.memoryGib())) {
        best = i;
      }
    }
    return best;
  }
}
