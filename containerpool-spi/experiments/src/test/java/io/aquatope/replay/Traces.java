/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.trace.Trace;
import io.aquatope.trace.TraceFunction;
import io.aquatope.trace.TriggerKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalLong;

/** Small traces for tests. */
final class Traces {

  static final long SECOND = 1_000_000;

  private Traces() {}

  static TraceFunction function(String name, int memoryMb, int maxConcurrent) {
    return new TraceFunction(
        new FunctionSpec(new FunctionId("guest", name, "1"), "nodejs:20", memoryMb, maxConcurrent),
        "app",
        TriggerKind.HTTP,
        OptionalLong.empty());
  }

  static TraceFunction function(String name, int memoryMb) {
    return function(name, memoryMb, 1);
  }

  static Trace.Builder of(TraceFunction... functions) {
    return new Trace.Builder("test", Instant.EPOCH, Arrays.asList(functions));
  }
}
