/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import io.aquatope.exchange.FieldChecks;
import io.aquatope.exchange.workflow.observation.StageOutcome;

/**
 * Run of a stage with the limits of its container.
 *
 * @param milliCores the CPU limit, 0 if it had none
 * @param memoryMb the memory limit in MB
 * @param memoryPeakMb peak memory of its container since the container's creation; 0 if not known
 * @param endMs its end, in milliseconds since 1970
 * @param seconds duration of the run, without initialisation
 * @param steady whether the limit stayed unchanged and the container ran nothing else meanwhile
 * @param cold whether a container was initialised for it
 * @param succeeded whether it ended without an error
 */
public record StageExecution(
    int milliCores,
    int memoryMb,
    int memoryPeakMb,
    long endMs,
    double seconds,
    boolean steady,
    boolean cold,
    boolean succeeded) {

  public StageExecution {
    FieldChecks.notNegative("milliCores", milliCores);
    FieldChecks.notNegative("memoryMb", memoryMb);
    FieldChecks.notNegative("memoryPeakMb", memoryPeakMb);
    FieldChecks.notNegative("endMs", endMs);
    FieldChecks.notNegative("seconds", seconds);
  }

  /** Its outcome on an invoker. */
  public StageOutcome on(String invoker) {
    return new StageOutcome(
        invoker, milliCores, memoryMb, memoryPeakMb, seconds, steady, cold, succeeded);
  }
}
