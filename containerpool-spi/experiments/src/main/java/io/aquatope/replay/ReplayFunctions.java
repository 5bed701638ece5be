/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import io.aquatope.pool.FunctionId;
import io.aquatope.trace.TraceFunction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The functions of a workload by index and by identity. */
final class ReplayFunctions {

  private final List<TraceFunction> functions;
  private final Map<FunctionId, Integer> indexes = new HashMap<>();

  ReplayFunctions(ReplayWorkload workload) {
    functions = workload.functions();
    for (int f = 0; f < functions.size(); f++) {
      indexes.put(functions.get(f).spec().id(), f);
    }
  }

  TraceFunction get(int index) {
    return functions.get(index);
  }

  TraceFunction get(FunctionId id) {
    return functions.get(index(id));
  }

  int index(FunctionId id) {
    Integer index = indexes.get(id);
    if (index == null) {
      throw new IllegalArgumentException("the workload has no function " + id);
    }
    return index;
  }
}
