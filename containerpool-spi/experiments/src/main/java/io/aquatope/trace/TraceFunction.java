/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace;

import com.google.common.hash.Hashing;
import io.aquatope.pool.FunctionSpec;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * A function of a trace.
 *
 * @param spec the properties that the pool uses
 * @param app the application that it belongs to; functions of one application may share an owner
 * @param trigger of its calls
 * @param coldStartMicros the measured time from creating a container to the end of {@code /init},
 *     if the trace has it
 */
public record TraceFunction(
    FunctionSpec spec, String app, TriggerKind trigger, OptionalLong coldStartMicros) {

  /** The same with one of {@code count} runtimes, chosen by the hash of its application. */
  TraceFunction withRuntime(int count) {
    if (count == 1) {
      return this;
    }
    int hash = Hashing.murmur3_32_fixed().hashString(app, StandardCharsets.UTF_8).asInt();
    FunctionSpec divided =
        new FunctionSpec(
            spec.id(),
            spec.kind() + "-" + Math.floorMod(hash, count),
            spec.memoryMb(),
            spec.maxConcurrent(),
            spec.deepest());
    return new TraceFunction(divided, app, trigger, coldStartMicros);
  }
}
