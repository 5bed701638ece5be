/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import io.aquatope.pool.ContainerId;
import java.util.ArrayList;
import java.util.List;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.Run;
import org.apache.pekko.actor.ActorRef;
import org.jspecify.annotations.Nullable;

/** What the pool actor knows of one container proxy. */
final class ProxyState {

  final ContainerId id;
  final ActorRef actor;

  /** Held so that the function's identity stays bound to its action while the container lives. */
  @Nullable InvokedFunction function;

  /** The real container, once the proxy has reported it. */
  @Nullable Container container;

  /**
   * What was given to it last, as long as it runs anything: activations hold their parameters,
   * which may be a megabyte for each container.
   */
  @Nullable RunActivation latest;

  /** How many activations were sent and not reported on. */
  int active;

  /** What waits for the preparation to end; null if none is going on. */
  private @Nullable List<Run> joined;

  ProxyState(ContainerId id, ActorRef actor) {
    this.id = id;
    this.actor = actor;
  }

  /** One activation has ended in it, or has been handed back. */
  void ended() {
    active--;
    if (active <= 0) {
      latest = null;
    }
  }

  /** The container is prepared from now on; activations for it wait here. */
  void preparing() {
    joined = new ArrayList<>();
  }

  boolean isPreparing() {
    return joined != null;
  }

  /** Keeps an activation until the container is ready, if it is being prepared. */
  boolean join(Run run) {
    return joined != null && joined.add(run);
  }

  /** The preparation has ended, well or badly. */
  List<Run> endPreparation() {
    List<Run> waited = joined == null ? List.of() : joined;
    joined = null;
    return waited;
  }
}
