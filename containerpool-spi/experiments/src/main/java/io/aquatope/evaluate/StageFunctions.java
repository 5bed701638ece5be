/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import io.aquatope.models.workflow.StageConfiguration;
import io.aquatope.models.workflow.StageSpace;
import io.aquatope.models.workflow.WorkflowProblem;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.trace.TraceFunction;
import io.aquatope.trace.TriggerKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The functions that run a workflow's stages, as the pool sees them: one for each memory size of a
 * stage. Another memory limit is another revision of the action, with containers of its own.
 * Another CPU limit applies to the existing containers.
 */
final class StageFunctions {

  private static final String NAMESPACE = "guest";
  private static final String KIND = "measured";
  private static final int MB_PER_GIB = 1024;

  private final List<TraceFunction> functions = new ArrayList<>();
  private final Map<FunctionId, Integer> stages = new HashMap<>();
  private final int[][] indexes;

  StageFunctions(String workflow, WorkflowProblem problem) {
    indexes = new int[problem.size()][];
    for (int s = 0; s < indexes.length; s++) {
      StageSpace stage = problem.stages().get(s);
      Map<Integer, Integer> byMemory = new HashMap<>();
      indexes[s] = new int[stage.size()];
      for (int c = 0; c < stage.size(); c++) {
        int memoryMb = memoryMb(stage.candidates().get(c));
        Integer known = byMemory.get(memoryMb);
        if (known == null) {
          known = add(workflow, stage.name(), s, memoryMb);
          byMemory.put(memoryMb, known);
        }
        indexes[s][c] = known;
      }
    }
  }

  private int add(String workflow, String stage, int number, int memoryMb) {
    FunctionId id = new FunctionId(NAMESPACE, workflow + "/" + stage, memoryMb + "MB");
    functions.add(
        new TraceFunction(
            new FunctionSpec(id, KIND, memoryMb, 1),
            workflow,
            TriggerKind.HTTP,
            OptionalLong.empty()));
    stages.put(id, number);
    return functions.size() - 1;
  }

  private static int memoryMb(StageConfiguration configuration) {
    return Math.max(1, (int) Math.round(configuration.memoryGib() * MB_PER_GIB));
  }

  List<TraceFunction> all() {
    return List.copyOf(functions);
  }

  /** Index of the function that runs a stage in one of its configurations. */
  int index(int stage, int candidate) {
    return indexes[stage][candidate];
  }

  int stage(FunctionId function) {
    Integer stage = stages.get(function);
    if (stage == null) {
      throw new IllegalArgumentException("no stage is run by " + function);
    }
    return stage;
  }
}
