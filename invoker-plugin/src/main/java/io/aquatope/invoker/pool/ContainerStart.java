/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import io.aquatope.pool.StartKind;
import java.util.Optional;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.Run;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;

/**
 * A call that has been given to a container, for metrics and logs.
 *
 * @param id of the activation, or of the scheduler's order to create a container
 * @param namespace that invokes the action
 * @param container the real one, if it exists already
 * @param active number of the container's activations, with this one
 */
public record ContainerStart(
    String id,
    String namespace,
    ExecutableWhiskAction action,
    TransactionMetadata transid,
    StartKind start,
    Optional<Container> container,
    int active) {

  static ContainerStart of(Run run, StartKind start, Optional<Container> container, int active) {
    return new ContainerStart(
        run.msg().activationId(),
        run.msg().user().namespace().name(),
        run.action(),
        run.msg().transid(),
        start,
        container,
        active);
  }
}
