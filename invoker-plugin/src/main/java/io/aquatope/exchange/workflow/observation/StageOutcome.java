/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow.observation;

import io.aquatope.exchange.FieldChecks;

/**
 * Outcome of a stage in one instance of a workflow. If the stage ran several times, all runs
 * together.
 *
 * @param invoker that ran it
 * @param milliCores the CPU limit, 0 if there was none
 * @param memoryMb the memory limit in MB
 * @param memoryPeakMb peak memory of its container since the container's creation; 0 if not known
 * @param seconds duration of the run, without initialisation
 * @param steady whether the limit stayed unchanged and the container ran nothing else meanwhile
 * @param cold whether a container was initialised for it
 * @param succeeded whether it ended without an error
 */
public record StageOutcome(
    String invoker,
    int milliCores,
    int memoryMb,
    int memoryPeakMb,
    double seconds,
    boolean steady,
    boolean cold,
    boolean succeeded) {

  public StageOutcome {
    FieldChecks.text("invoker", invoker);
    FieldChecks.notNegative("milliCores", milliCores);
    FieldChecks.notNegative("memoryMb", memoryMb);
    FieldChecks.notNegative("memoryPeakMb", memoryPeakMb);
    FieldChecks.notNegative("seconds", seconds);
  }

  /** Both outcomes combined. */
  public StageOutcome plus(StageOutcome next) {
    return new StageOutcome(
        invoker,
        milliCores,
        Math.max(memoryMb, next.memoryMb),
        Math.max(memoryPeakMb, next.memoryPeakMb),
        seconds + next.seconds,
        steady && next.steady && next.milliCores == milliCores,
        cold || next.cold,
        succeeded && next.succeeded);
  }
}
