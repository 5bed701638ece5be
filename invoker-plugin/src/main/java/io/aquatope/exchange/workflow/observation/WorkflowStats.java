/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow.observation;

import io.aquatope.exchange.FieldChecks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Statistics of a workflow: its call rate, its progress, and the memory use of its stages.
 *
 * @param memory for each stage
 * @param advisedMb the latest recommended memory limit of each stage; 0 if there was none
 */
public record WorkflowStats(
    CallRate pace,
    InstanceArrivals arrivals,
    StageProgress course,
    List<StageMemory> memory,
    List<Integer> advisedMb) {

  public WorkflowStats {
    memory = List.copyOf(memory);
    advisedMb = List.copyOf(advisedMb);
    FieldChecks.that(
        memory.size() == advisedMb.size(), "advisedMb", advisedMb, memory.size() + " numbers");
    FieldChecks.that(
        memory.size() == course.stages().size(),
        "course",
        course.stages().size(),
        memory.size() + " stages");
  }

  public static WorkflowStats unknown(int stages) {
    return new WorkflowStats(
        CallRate.UNKNOWN,
        InstanceArrivals.NONE,
        StageProgress.unknown(stages),
        Collections.nCopies(stages, StageMemory.UNKNOWN),
        Collections.nCopies(stages, 0));
  }

  public WorkflowStats called(long endMs) {
    return new WorkflowStats(pace.plus(endMs), arrivals.plus(endMs), course, memory, advisedMb);
  }

  public WorkflowStats seen(int stage, StageOutcome run) {
    List<StageMemory> next = new ArrayList<>(memory);
    next.set(stage, memory.get(stage).plus(run));
    return new WorkflowStats(pace, arrivals, course.seen(stage, run), next, advisedMb);
  }

  public WorkflowStats advised(List<Integer> megabytes) {
    return new WorkflowStats(pace, arrivals, course, memory, megabytes);
  }
}
