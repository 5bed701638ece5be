/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare.container;

import java.util.Optional;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.Interval;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.WhiskAction;
import scala.Option;
import scala.concurrent.Future;
import scala.concurrent.duration.FiniteDuration;
import spray.json.JsObject;

/**
 * How a container is to be initialised, ahead of a call or by one.
 *
 * @param initializer what it is told, with what belongs to the call if there is one
 * @param timeout how long {@code /init} may take: as long as a run
 * @param maxConcurrent how many activations may run in the container at a time
 * @param entity the action, for decorators that want to know
 */
public record ContainerInitialisation(
    JsObject initializer, FiniteDuration timeout, int maxConcurrent, Option<WhiskAction> entity) {

  /** Of an action without init-time parameters in the namespace that is going to invoke it. */
  public static ContainerInitialisation ahead(ExecutableWhiskAction action, String namespace) {
    return new ContainerInitialisation(
        InitPayload.ahead(action, namespace).json(),
        action.limits().timeout(),
        action.limits().concurrency(),
        Option.apply(action.toWhiskAction()));
  }

  /** What it is told but for the call. */
  public InitPayload payload() {
    return InitPayload.of(initializer);
  }

  /** The action, if it is told and can run. */
  public Optional<ExecutableWhiskAction> executable() {
    if (entity.isEmpty()) {
      return Optional.empty();
    }
    Option<ExecutableWhiskAction> action = entity.get().toExecutableWhiskAction();
    return action.isEmpty() ? Optional.empty() : Optional.of(action.get());
  }

  /** The same for calls to come. */
  public ContainerInitialisation ahead() {
    return new ContainerInitialisation(payload().json(), timeout, maxConcurrent, entity);
  }

  public Future<Interval> of(Container container, TransactionMetadata transid) {
    return container.initialize(initializer, timeout, maxConcurrent, entity, transid);
  }
}
