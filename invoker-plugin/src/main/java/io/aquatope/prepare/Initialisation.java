/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.Interval;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.WhiskAction;
import scala.Option;
import scala.concurrent.Future;
import scala.concurrent.duration.FiniteDuration;

/**
 * How a container is initialised ahead of a call.
 *
 * @param timeout how long {@code /init} may take: as long as a run
 * @param maxConcurrent how many activations may run in the container at a time
 * @param entity the action, for decorators that want to know
 */
public record Initialisation(
    InitPayload payload, FiniteDuration timeout, int maxConcurrent, Option<WhiskAction> entity) {

  /** Of an action without init-time parameters in the namespace that is going to invoke it. */
  public static Initialisation ahead(ExecutableWhiskAction action, String namespace) {
    return new Initialisation(
        InitPayload.ahead(action, namespace),
        action.limits().timeout(),
        action.limits().concurrency(),
        Option.apply(action.toWhiskAction()));
  }

  Future<Interval> of(Container container, TransactionMetadata transid) {
    return container.initialize(payload.initializer(), timeout, maxConcurrent, entity, transid);
  }
}
