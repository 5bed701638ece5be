/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import io.aquatope.pool.ContainerId;
import java.util.ArrayList;
import java.util.List;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.Run;
import org.apache.pekko.actor.ActorRef;
import org.jspecify.annotations.Nullable;

/** State of one container proxy in the pool's actor. */
final class ProxyState {

  final ContainerId id;
  final ActorRef actor;

  /** Held so that the function's identity stays bound to its action while the container lives. */
  @Nullable InvokedFunction function;

  /** The real container, once the proxy has reported it. */
  @Nullable Container container;

  /**
   * The latest run, as long as any run is active. It is released afterwards: activations hold their
   * parameters, which may be a megabyte for each container.
   */
  @Nullable RunActivation latest;

  /** Number of activations that were sent and not reported on. */
  int active;

  /** Activations that wait for the end of the preparation; null if there is none. */
  private @Nullable List<Run> joined;

  ProxyState(ContainerId id, ActorRef actor) {
    this.id = id;
    this.actor = actor;
  }

  /** Records that one activation has ended, or has been handed back. */
  void ended() {
    active--;
    if (active <= 0) {
      latest = null;
    }
  }

  /** Begins a preparation. Activations for the container wait here from now on. */
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

  /** Ends the preparation, with or without success. Returns the waiting activations. */
  List<Run> endPreparation() {
    List<Run> waited = joined == null ? List.of() : joined;
    joined = null;
    return waited;
  }
}
