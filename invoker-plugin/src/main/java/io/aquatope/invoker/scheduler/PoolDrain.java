/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import com.google.common.base.Splitter;
import com.google.common.primitives.Ints;
import io.aquatope.invoker.pool.InvokedFunction;
import io.aquatope.invoker.scheduler.LeaseProxy.Phase;
import io.aquatope.pool.machine.ContainerPool;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import java.util.ArrayList;
import java.util.List;
import org.apache.openwhisk.common.GracefulShutdown$;
import org.apache.openwhisk.core.connector.ContainerDeletionMessage;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.FullyQualifiedEntityName;
import org.apache.pekko.actor.ActorRef;
import org.jspecify.annotations.Nullable;

/**
 * Lets containers go that must not serve any more: all, if the invoker is disabled; those of an
 * action's older revisions. A few at a time end, as OpenWhisk's own pool does it, so that other
 * invokers can replace them. Belongs to the pool's actor.
 */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
final class PoolDrain {

  private final ContainerPool pool;
  private final LeaseDriver driver;
  private final WarmKeys keys;
  private final int batch;
  private boolean goingOn;

  /**
   * @param batch largest number of containers that end at a time
   */
  PoolDrain(ContainerPool pool, LeaseDriver driver, WarmKeys keys, int batch) {
    this.pool = pool;
    this.driver = driver;
    this.keys = keys;
    this.batch = batch;
  }

  boolean isGoingOn() {
    return goingOn;
  }

  /** Accepts work again. What was told to end does so. */
  void end() {
    goingOn = false;
  }

  /**
   * Disables the pool, and lets go of the next containers.
   *
   * @return whether another batch is due later
   */
  boolean next(long nowMicros) {
    if (!goingOn) {
      goingOn = true;
      keys.withdrawAll();
    }
    pool.disable();
    int ending = 0;
    List<LeaseProxy> others = new ArrayList<>();
    for (LeaseProxy proxy : driver.proxies()) {
      if (proxy.retired) {
        ending++;
      } else if (isDrained(proxy)) {
        others.add(proxy);
      }
    }
    // What pulls activations goes first, so that the scheduler replaces it elsewhere.
    others.sort((one, other) -> other.phase == Phase.BUSY ? 1 : one.phase == Phase.BUSY ? -1 : 0);
    int now = Math.min(Math.max(batch - ending, 0), others.size());
    for (LeaseProxy proxy : others.subList(0, now)) {
      retire(proxy, nowMicros);
    }
    return !others.isEmpty() || ending > 0;
  }

  /** Stem cells stay, as with OpenWhisk's own pool. */
  private static boolean isDrained(LeaseProxy proxy) {
    return switch (proxy.phase) {
      case BUSY, PAUSED, IN_PROGRESS -> true;
      case STARTING, READY -> proxy.prepared;
    };
  }

  private void retire(LeaseProxy proxy, long nowMicros) {
    if (proxy.phase == Phase.IN_PROGRESS) {
      // Its creation comes first; the next batch takes it.
      return;
    }
    proxy.retired = true;
    ActorRef actor = proxy.actor;
    if (!pool.retire(proxy.id, nowMicros) && actor != null) {
      actor.tell(GracefulShutdown$.MODULE$, ActorRef.noSender());
    }
  }

  /** Lets go of the containers of an action up to a revision. */
  void outdated(ContainerDeletionMessage message, long nowMicros) {
    String namespace = message.invocationNamespace();
    for (LeaseProxy proxy : List.copyOf(driver.proxies())) {
      InvokedFunction function = proxy.function;
      if (function != null
          && function.spec().id().namespace().equals(namespace)
          && isOf(function.action(), message.action())
          && isUpTo(function.action().rev(), message.revision())) {
        retire(proxy, nowMicros);
      }
    }
  }

  private static boolean isOf(ExecutableWhiskAction action, FullyQualifiedEntityName name) {
    return action.namespace().equals(name.path()) && action.name().equals(name.name());
  }

  /** Compares the number with which a revision begins, as OpenWhisk does. */
  private static boolean isUpTo(@Nullable String revision, @Nullable String last) {
    Integer number = number(revision);
    Integer limit = number(last);
    return number == null || limit == null || number <= limit;
  }

  private static @Nullable Integer number(@Nullable String revision) {
    return revision == null ? null : Ints.tryParse(Splitter.on('-').splitToList(revision).get(0));
  }
}
