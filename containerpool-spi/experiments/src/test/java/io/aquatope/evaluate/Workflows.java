/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.ImmutableLongArray;
import io.aquatope.models.workflow.MeasuredStage;
import io.aquatope.models.workflow.MeasuredWorkflow;
import io.aquatope.models.workflow.ResourcePrices;
import io.aquatope.models.workflow.StageConfiguration;
import io.aquatope.models.workflow.StageRun;
import io.aquatope.models.workflow.StageSpace;
import io.aquatope.models.workflow.WorkflowGraph;
import io.aquatope.models.workflow.WorkflowProblem;
import java.util.ArrayList;
import java.util.List;

/** Small workflows for tests: every stage takes 2 s of one core, at 1 or 2 cores. */
final class Workflows {

  static final int ONE_CORE = 0;
  static final int TWO_CORES = 1;
  static final int ONE_CORE_MORE_MEMORY = 2;
  static final ResourcePrices PRICES = new ResourcePrices(1, 0.1);

  private static final ImmutableList<StageConfiguration> CANDIDATES =
      ImmutableList.of(
          new StageConfiguration(1, 0.5),
          new StageConfiguration(2, 0.5),
          new StageConfiguration(1, 1));

  private Workflows() {}

  /** One stage, then two side by side, then one that waits for both. */
  static WorkflowGraph diamond() {
    return new WorkflowGraph(
        ImmutableList.of(
            ImmutableIntArray.of(),
            ImmutableIntArray.of(0),
            ImmutableIntArray.of(0),
            ImmutableIntArray.of(1, 2)));
  }

  static MeasuredWorkflow measured(WorkflowGraph graph, double qosSeconds) {
    return measured(graph, qosSeconds, true);
  }

  /** A workflow whose second configuration of the last stage fails unless told otherwise. */
  static MeasuredWorkflow measured(
      WorkflowGraph graph, double qosSeconds, boolean lastSucceedsWithTwoCores) {
    List<MeasuredStage> stages = new ArrayList<>();
    for (int s = 0; s < graph.size(); s++) {
      boolean succeeds = s < graph.size() - 1 || lastSucceedsWithTwoCores;
      stages.add(
          new MeasuredStage(
              new StageSpace("s" + s, "f" + s, CANDIDATES),
              ImmutableList.of(
                  ImmutableList.of(StageRun.warm(2, true)),
                  ImmutableList.of(StageRun.warm(1, succeeds)),
                  ImmutableList.of(StageRun.warm(2, true))),
              1));
    }
    return new MeasuredWorkflow(
        new WorkflowProblem(
            graph,
            stages.stream().map(MeasuredStage::space).collect(ImmutableList.toImmutableList()),
            PRICES,
            qosSeconds,
            0.9),
        stages);
  }

  static RequestArrivals arrivals(long durationSeconds, long... seconds) {
    ImmutableLongArray.Builder micros = ImmutableLongArray.builder();
    for (long second : seconds) {
      micros.add(second * 1_000_000);
    }
    return new RequestArrivals("f", micros.build(), durationSeconds * 1_000_000);
  }
}
