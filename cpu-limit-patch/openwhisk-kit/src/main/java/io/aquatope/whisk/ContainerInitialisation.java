/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.whisk;

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
 * Parameters of a container's initialisation, ahead of a call or by one.
 *
 * @param initializer body of {@code /init}, with the values of the call if there is one
 * @param timeout time limit of {@code /init}: that of a run
 * @param maxConcurrent maximum number of concurrent activations in the container
 * @param entity the action, for decorators that need it
 */
public record ContainerInitialisation(
    JsObject initializer, FiniteDuration timeout, int maxConcurrent, Option<WhiskAction> entity) {

  /** The action, if it is present and executable. */
  public Optional<ExecutableWhiskAction> executable() {
    if (entity.isEmpty()) {
      return Optional.empty();
    }
    Option<ExecutableWhiskAction> action = entity.get().toExecutableWhiskAction();
    return action.isEmpty() ? Optional.empty() : Optional.of(action.get());
  }

  /** The same initialisation with another body. */
  public ContainerInitialisation with(JsObject other) {
    return new ContainerInitialisation(other, timeout, maxConcurrent, entity);
  }

  public Future<Interval> in(Container container, TransactionMetadata transid) {
    return container.initialize(initializer, timeout, maxConcurrent, entity, transid);
  }
}
