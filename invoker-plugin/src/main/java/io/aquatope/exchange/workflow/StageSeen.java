/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import io.aquatope.exchange.Expect;

/**
 * A stage in one instance of a workflow; where it ran several times, all of them together.
 *
 * @param invoker which ran it
 * @param milliCores the CPU limit, 0 if there was none
 * @param memoryMb the memory limit in MB
 * @param memoryPeakMb the most that its container has held since it was created; 0 if not known
 * @param seconds how long it ran, without initialisation
 * @param steady whether the limit held from beginning to end and the container ran nothing else
 * @param cold whether a container was initialised for it
 * @param succeeded whether it ended without an error
 */
public record StageSeen(
    String invoker,
    int milliCores,
    int memoryMb,
    int memoryPeakMb,
    double seconds,
    boolean steady,
    boolean cold,
    boolean succeeded) {

  public StageSeen {
    Expect.text("invoker", invoker);
    Expect.notNegative("milliCores", milliCores);
    Expect.notNegative("memoryMb", memoryMb);
    Expect.notNegative("memoryPeakMb", memoryPeakMb);
    Expect.notNegative("seconds", seconds);
  }

  /** Both as one. */
  public StageSeen plus(StageSeen next) {
    return new StageSeen(
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
