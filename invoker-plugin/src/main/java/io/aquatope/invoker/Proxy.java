/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import io.aquatope.pool.ContainerId;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.pekko.actor.ActorRef;
import org.jspecify.annotations.Nullable;

/** What the pool actor knows of one container proxy. */
final class Proxy {

  final ContainerId id;
  final ActorRef actor;

  /** Held so that the function's identity stays bound to its action while the container lives. */
  @Nullable InvokedFunction function;

  /** The real container, once the proxy has reported it. */
  @Nullable Container container;

  /** How many activations were sent and not reported on. */
  int active;

  Proxy(ContainerId id, ActorRef actor) {
    this.id = id;
    this.actor = actor;
  }
}
