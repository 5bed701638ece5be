/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import io.aquatope.invoker.pool.ProxiedCreation;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import java.util.function.Consumer;
import org.apache.openwhisk.core.connector.ActivationMessage;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorRefFactory;

/** Starts OpenWhisk's function-pulling proxies as children of an actor. */
@FunctionalInterface
@LinksWith(WhiskFeature.FUNCTION_PULLING)
interface LeaseProxies {

  /**
   * Starts a proxy.
   *
   * @param creation creates its container
   * @param pinged whether the container is pinged until it is used. A paused container accepts
   *     connections only until its backlog is full, so OpenWhisk's pings would take it for dead. A
   *     container that was initialised ahead is tested when it is needed
   * @param activations receives each activation that is pulled
   */
  ActorRef start(
      ActorRefFactory parent,
      ProxiedCreation creation,
      boolean pinged,
      Consumer<ActivationMessage> activations);
}
