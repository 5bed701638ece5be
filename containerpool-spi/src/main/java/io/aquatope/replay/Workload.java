/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import io.aquatope.pool.FunctionId;
import io.aquatope.trace.Trace;
import io.aquatope.trace.TraceFunction;
import java.util.HashMap;
import java.util.Map;

/** A trace, as the replay looks things up in it. */
final class Workload {

  private final Trace trace;
  private final Followers followers;
  private final Map<FunctionId, Integer> indexes = new HashMap<>();

  Workload(Trace trace) {
    this.trace = trace;
    followers = new Followers(trace);
    for (int f = 0; f < trace.functions().size(); f++) {
      indexes.put(trace.functions().get(f).spec().id(), f);
    }
  }

  Trace trace() {
    return trace;
  }

  Followers followers() {
    return followers;
  }

  ReplayActivation activation(int number, long arrivesMicros) {
    int function = trace.function(number);
    return new ReplayActivation(
        number,
        function,
        trace.functions().get(function).spec(),
        followers.root(number),
        arrivesMicros);
  }

  TraceFunction function(ReplayActivation activation) {
    return trace.functions().get(activation.functionIndex());
  }

  TraceFunction function(FunctionId id) {
    return trace.functions().get(index(id));
  }

  int index(FunctionId id) {
    Integer index = indexes.get(id);
    if (index == null) {
      throw new IllegalArgumentException("the trace has no function " + id);
    }
    return index;
  }

  long runMicros(ReplayActivation activation) {
    return trace.runMicros(activation.number());
  }
}
