/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace;

import io.aquatope.pool.FunctionSpec;
import java.util.OptionalLong;

/**
 * A function of a trace.
 *
 * @param spec what the pool has to know of it
 * @param app the application that it belongs to; functions of one application may share an owner
 * @param trigger what calls it
 * @param coldStartMicros the measured time from creating a container to the end of {@code /init},
 *     where the trace has it
 */
public record TraceFunction(
    FunctionSpec spec, String app, Trigger trigger, OptionalLong coldStartMicros) {}
