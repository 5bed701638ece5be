/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import io.aquatope.pool.Activation;
import io.aquatope.pool.ContainerDriver;
import io.aquatope.pool.ContainerId;
import io.aquatope.pool.Depth;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.openwhisk.core.connector.MessageFeed$Processed$;
import org.apache.openwhisk.core.containerpool.Remove$;
import org.apache.pekko.actor.ActorRef;
import org.jspecify.annotations.Nullable;

/** Carries out the pool's orders through OpenWhisk's container proxies, one actor a container. */
final class ProxyDriver implements ContainerDriver {

  private final Supplier<ActorRef> newProxy;
  private final ActorRef pool;
  private final ActorRef feed;
  private final RuntimeKinds kinds;
  private final PoolMonitor monitor;

  private final Map<ContainerId, Proxy> byId = new HashMap<>();
  private final Map<ActorRef, Proxy> byActor = new HashMap<>();

  /**
   * @param newProxy starts a proxy as a child of the pool's actor
   * @param pool whom the proxies report to
   * @param feed where activations come from
   */
  ProxyDriver(
      Supplier<ActorRef> newProxy,
      ActorRef pool,
      ActorRef feed,
      RuntimeKinds kinds,
      PoolMonitor monitor) {
    this.newProxy = newProxy;
    this.pool = pool;
    this.feed = feed;
    this.kinds = kinds;
    this.monitor = monitor;
  }

  @Nullable Proxy find(ActorRef actor) {
    return byActor.get(actor);
  }

  void forget(Proxy proxy) {
    byActor.remove(proxy.actor);
    byId.remove(proxy.id);
  }

  @Override
  public void startStemCell(ContainerId container, StemCell stemCell) {
    proxy(container).actor.tell(kinds.start(stemCell), pool);
  }

  @Override
  public void prepare(ContainerId container, FunctionSpec function, Depth depth) {
    throw new UnsupportedOperationException("containers cannot be prepared in OpenWhisk yet");
  }

  @Override
  public void run(ContainerId container, Activation activation, StartKind start) {
    RunActivation given = (RunActivation) activation;
    Proxy proxy = proxy(container);
    proxy.function = given.invoked();
    proxy.active++;
    monitor.containerStart(given.run(), start, proxy);
    proxy.actor.tell(given.run(), pool);
  }

  @Override
  public void remove(ContainerId container) {
    proxy(container).actor.tell(Remove$.MODULE$, pool);
  }

  @Override
  public void ready() {
    feed.tell(MessageFeed$Processed$.MODULE$, pool);
  }

  private Proxy proxy(ContainerId container) {
    return byId.computeIfAbsent(
        container,
        id -> {
          Proxy proxy = new Proxy(id, newProxy.get());
          byActor.put(proxy.actor, proxy);
          return proxy;
        });
  }
}
