/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import io.aquatope.exchange.Expect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How often a workflow is called, how far it gets, and what its stages use of their memory.
 *
 * @param memory for each stage
 * @param advisedMb the memory limits that were recommended last, for each stage; 0 if none was
 */
public record Load(
    Pace pace, Arrivals arrivals, Course course, List<MemoryUse> memory, List<Integer> advisedMb) {

  public Load {
    memory = List.copyOf(memory);
    advisedMb = List.copyOf(advisedMb);
    Expect.that(
        memory.size() == advisedMb.size(), "advisedMb", advisedMb, memory.size() + " numbers");
    Expect.that(
        memory.size() == course.stages().size(),
        "course",
        course.stages().size(),
        memory.size() + " stages");
  }

  static Load unknown(int stages) {
    return new Load(
        Pace.UNKNOWN,
        Arrivals.NONE,
        Course.unknown(stages),
        Collections.nCopies(stages, MemoryUse.UNKNOWN),
        Collections.nCopies(stages, 0));
  }

  Load called(long endMs) {
    return new Load(pace.plus(endMs), arrivals.plus(endMs), course, memory, advisedMb);
  }

  Load seen(int stage, StageSeen run) {
    List<MemoryUse> next = new ArrayList<>(memory);
    next.set(stage, memory.get(stage).plus(run));
    return new Load(pace, arrivals, course.seen(stage, run), next, advisedMb);
  }

  Load advised(List<Integer> megabytes) {
    return new Load(pace, arrivals, course, memory, megabytes);
  }
}
