/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.StartKind;
import io.aquatope.prepare.container.InitPayload;
import io.aquatope.whisk.TransactionRoot;
import org.apache.openwhisk.common.TransactionMetadata;

/** Reports the runs of one container to the reserve. Thread-safe. */
final class ServedRuns {

  private final FactoryReserve reserve;
  private final InitPayload payload;
  private final StartKind firstStart;
  private final long orderedMicros;
  private final long bornMicros;

  @GuardedBy("this")
  private FunctionSpec function;

  @GuardedBy("this")
  private boolean hasRun;

  @GuardedBy("this")
  private boolean spoilt;

  @GuardedBy("this")
  private boolean left;

  @GuardedBy("this")
  private int inFlight;

  /**
   * @param firstStart kind of the first run's start
   * @param orderedMicros time since which the first run has waited for the container
   */
  ServedRuns(
      FactoryReserve reserve,
      FunctionSpec function,
      InitPayload payload,
      StartKind firstStart,
      long orderedMicros) {
    this.reserve = reserve;
    this.function = function;
    this.payload = payload;
    this.firstStart = firstStart;
    this.orderedMicros = orderedMicros;
    this.bornMicros = reserve.nowMicros();
    reserve.inPool(function, 0, 1);
  }

  synchronized FunctionSpec function() {
    return function;
  }

  InitPayload payload() {
    return payload;
  }

  /** Time of its initialisation, or of its removal from the reserve. */
  long born() {
    return bornMicros;
  }

  synchronized void began(TransactionMetadata transid) {
    function = reserve.function(function);
    if (inFlight++ == 0) {
      reserve.inPool(function, 1, -1);
    }
    reserve.began(function, TransactionRoot.number(transid), hasRun ? StartKind.WARM : firstStart);
    if (!hasRun) {
      reserve.startTook(function, firstStart, reserve.nowMicros() - orderedMicros);
    }
    hasRun = true;
  }

  synchronized void ended(boolean well) {
    spoilt |= !well;
    if (--inFlight == 0 && !left) {
      reserve.inPool(function, -1, 1);
    }
    // The policy reads the number of busy containers in this call.
    if (well) {
      reserve.completed(function, firstStart);
    } else {
      reserve.aborted(function);
    }
  }

  /**
   * Reports that the pool destroys the container.
   *
   * @return whether it could serve its function again
   */
  synchronized boolean leave() {
    if (!left) {
      left = true;
      reserve.inPool(function, inFlight > 0 ? -1 : 0, inFlight > 0 ? 0 : -1);
      if (inFlight > 0) {
        reserve.aborted(function);
      }
    }
    return hasRun && !spoilt && inFlight == 0;
  }
}
