/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import io.aquatope.pool.PreparationDepth;
import io.aquatope.prepare.container.PreparationLoss;
import java.util.function.Consumer;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorRefFactory;

/** Starts OpenWhisk's container proxies as children of an actor. */
interface ProxyStarter {

  /** One that creates its container as OpenWhisk does. */
  ActorRef plain(ActorRefFactory parent);

  /**
   * One whose container, when it is told to {@code Start}, is prepared for a function.
   *
   * @param losses hears why an activation got another container than that in the end, if so
   */
  ActorRef preparing(
      ActorRefFactory parent,
      InvokedFunction function,
      PreparationDepth depth,
      Consumer<PreparationLoss> losses);
}
