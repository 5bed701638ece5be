/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import io.aquatope.pool.PreparationDepth;
import io.aquatope.prepare.container.PreparationLoss;
import java.util.function.Consumer;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorRefFactory;

/** Starts OpenWhisk's container proxies as children of an actor. */
interface ProxyStarter {

  /** Starts a proxy that creates its container as OpenWhisk does. */
  ActorRef plain(ActorRefFactory parent);

  /**
   * Starts a proxy whose container is prepared for a function on {@code Start}.
   *
   * @param losses receives the reason if an activation gets another container in the end
   */
  ActorRef preparing(
      ActorRefFactory parent,
      InvokedFunction function,
      PreparationDepth depth,
      Consumer<PreparationLoss> losses);
}
