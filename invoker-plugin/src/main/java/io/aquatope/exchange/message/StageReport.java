/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import io.aquatope.exchange.FieldChecks;

/**
 * Report of one activation by the invoker that ran it. Controllers join these reports to workflow
 * instances.
 *
 * @param activation its id
 * @param namespace in which it was invoked
 * @param root the transaction that the activation descends from, by its {@link RootId}
 * @param action the fully qualified name without version
 * @param milliCores the CPU limit, 0 if it had none
 * @param memoryMb the memory limit in MB
 * @param memoryPeakMb peak memory of its container since the container's creation; 0 if not known
 * @param endMs its end, in milliseconds since 1970
 * @param seconds duration of the run, without initialisation
 * @param steady whether the limit stayed unchanged and the container ran nothing else meanwhile
 * @param cold whether a container was initialised for it
 * @param succeeded whether it ended without an error
 */
public record StageReport(
    String activation,
    String namespace,
    String root,
    String action,
    int milliCores,
    int memoryMb,
    int memoryPeakMb,
    long endMs,
    double seconds,
    boolean steady,
    boolean cold,
    boolean succeeded)
    implements ExchangeRecord {

  public StageReport {
    FieldChecks.text("activation", activation);
    FieldChecks.text("namespace", namespace);
    FieldChecks.text("root", root);
    FieldChecks.text("action", action);
    FieldChecks.notNegative("milliCores", milliCores);
    FieldChecks.notNegative("memoryMb", memoryMb);
    FieldChecks.notNegative("memoryPeakMb", memoryPeakMb);
    FieldChecks.notNegative("endMs", endMs);
    FieldChecks.notNegative("seconds", seconds);
  }

  @Override
  public boolean mayBeDropped() {
    return true;
  }
}
