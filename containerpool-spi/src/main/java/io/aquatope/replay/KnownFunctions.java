/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import io.aquatope.pool.FunctionId;
import io.aquatope.trace.TraceFunction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The functions of a workload by index and by identity. */
final class KnownFunctions {

  private final List<TraceFunction> functions;
  private final Map<FunctionId, TraceFunction> byId = new HashMap<>();

  KnownFunctions(Workload workload) {
    functions = workload.functions();
    functions.forEach(function -> byId.put(function.spec().id(), function));
  }

  TraceFunction get(int index) {
    return functions.get(index);
  }

  TraceFunction get(FunctionId id) {
    TraceFunction function = byId.get(id);
    if (function == null) {
      throw new IllegalArgumentException("the workload has no function " + id);
    }
    return function;
  }
}
