/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import io.aquatope.exchange.FieldChecks;

/**
 * One activation, as the invoker saw it that ran it: what a controller joins to workflow instances.
 *
 * @param activation its id
 * @param namespace in which it was invoked
 * @param root the transaction that the activation descends from, by its {@link RootId}
 * @param action the fully qualified name without version
 * @param milliCores the CPU limit, 0 if it had none
 * @param memoryMb the memory limit in MB
 * @param memoryPeakMb the most that its container has held since it was created; 0 if not known
 * @param endMs when it ended, in milliseconds since 1970
 * @param seconds how long it ran, without initialisation
 * @param steady whether it had the limit from beginning to end and its container to itself
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
