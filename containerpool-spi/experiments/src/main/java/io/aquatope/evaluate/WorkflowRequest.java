/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.StageRun;
import io.aquatope.models.workflow.WorkflowGraph;
import io.aquatope.models.workflow.WorkflowRun;
import java.util.function.IntConsumer;

/**
 * A running request for a workflow. A stage that fails does not stop the others, so each request is
 * an observation of every stage; nevertheless the request counts as failed.
 */
final class WorkflowRequest {

  private static final double MICROS = 1e6;

  private final WorkflowGraph graph;
  private final Choice choice;

  /** The stages' runs in containers that are ready. */
  private final WorkflowRun warm;

  private final long arrivedMicros;
  private final long[] stageArrivedMicros;
  private final long[] runsFromMicros;
  private final long[] endedMicros;
  private final int[] waitsFor;
  private int open;

  WorkflowRequest(WorkflowGraph graph, Choice choice, WorkflowRun warm, long arrivedMicros) {
    this.graph = graph;
    this.choice = choice;
    this.warm = warm;
    this.arrivedMicros = arrivedMicros;
    open = graph.size();
    stageArrivedMicros = new long[open];
    runsFromMicros = new long[open];
    endedMicros = new long[open];
    waitsFor = graph.predecessors().stream().mapToInt(ImmutableIntArray::length).toArray();
  }

  Choice choice() {
    return choice;
  }

  long runMicros(int stage) {
    return Math.max(1, Math.round(warm.stages().get(stage).seconds() * MICROS));
  }

  void stageArrived(int stage, long nowMicros) {
    stageArrivedMicros[stage] = nowMicros;
  }

  void stageRuns(int stage, long fromMicros) {
    runsFromMicros[stage] = fromMicros;
  }

  /** Records the end of a stage, and reports the stages that may begin now. */
  void stageEnded(int stage, long nowMicros, IntConsumer begins) {
    endedMicros[stage] = nowMicros;
    open--;
    for (int s = stage + 1; s < waitsFor.length; s++) {
      if (graph.predecessors().get(s).contains(stage) && --waitsFor[s] == 0) {
        begins.accept(s);
      }
    }
  }

  boolean hasEnded() {
    return open == 0;
  }

  /** From arrival to the end of the last stage, in seconds; infinite if a stage failed. */
  double latencySeconds() {
    long last = arrivedMicros;
    for (int s = 0; s < endedMicros.length; s++) {
      if (!warm.stages().get(s).succeeded()) {
        return Double.POSITIVE_INFINITY;
      }
      last = Math.max(last, endedMicros[s]);
    }
    return (last - arrivedMicros) / MICROS;
  }

  /**
   * The stages without the waits for containers; activation records state these waits separately.
   */
  WorkflowRun withoutStarts() {
    return warm;
  }

  /**
   * The observation of the request: each stage from its arrival to its end, and its wait for a
   * start.
   */
  WorkflowRun observed() {
    ImmutableList.Builder<StageRun> stages = ImmutableList.builder();
    for (int s = 0; s < endedMicros.length; s++) {
      stages.add(
          new StageRun(
              (endedMicros[s] - stageArrivedMicros[s]) / MICROS,
              warm.stages().get(s).succeeded(),
              warm.stages().get(s).startSeconds()
                  + (runsFromMicros[s] - stageArrivedMicros[s]) / MICROS));
    }
    return new WorkflowRun(stages.build());
  }
}
