/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import io.aquatope.exchange.Expect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How often a workflow is called, and what its stages use of their memory.
 *
 * @param memory for each stage
 * @param advisedMb the memory limits that were recommended last, for each stage; 0 if none was
 */
public record Load(Pace pace, Arrivals arrivals, List<MemoryUse> memory, List<Integer> advisedMb) {

  public Load {
    memory = List.copyOf(memory);
    advisedMb = List.copyOf(advisedMb);
    Expect.that(
        memory.size() == advisedMb.size(), "advisedMb", advisedMb, memory.size() + " numbers");
  }

  static Load unknown(int stages) {
    return new Load(
        Pace.UNKNOWN,
        Arrivals.NONE,
        Collections.nCopies(stages, MemoryUse.UNKNOWN),
        Collections.nCopies(stages, 0));
  }

  Load called(long endMs) {
    return new Load(pace.plus(endMs), arrivals.plus(endMs), memory, advisedMb);
  }

  Load seen(int stage, StageSeen run) {
    List<MemoryUse> next = new ArrayList<>(memory);
    next.set(stage, memory.get(stage).plus(run));
    return new Load(pace, arrivals, next, advisedMb);
  }

  Load advised(List<Integer> megabytes) {
    return new Load(pace, arrivals, memory, megabytes);
  }
}
