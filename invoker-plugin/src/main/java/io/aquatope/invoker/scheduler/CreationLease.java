/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import io.aquatope.invoker.pool.InvokedFunction;
import io.aquatope.pool.Activation;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.TransactionRoot;
import io.aquatope.whisk.WhiskFeature;
import org.apache.openwhisk.core.connector.ContainerCreationMessage;

/**
 * The scheduler's order to provide a container for a function, which the pool takes for an
 * activation. It lasts from {@code Initialize} until the container is paused or gone. Equal to
 * another if and only if their creation ids are equal.
 *
 * @param attempts number of containers that were lost before this lease began
 */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
record CreationLease(ContainerCreationMessage message, InvokedFunction invoked, int attempts)
    implements Activation {

  CreationLease(ContainerCreationMessage message, InvokedFunction invoked) {
    this(message, invoked, 0);
  }

  /** The same lease, after its container was lost. */
  CreationLease again() {
    return new CreationLease(message, invoked, attempts + 1);
  }

  @Override
  public FunctionSpec function() {
    return invoked.spec();
  }

  @Override
  public long root() {
    return TransactionRoot.number(message.transid());
  }

  String id() {
    return message.creationId();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CreationLease that && that.id().equals(id());
  }

  @Override
  public int hashCode() {
    return id().hashCode();
  }
}
