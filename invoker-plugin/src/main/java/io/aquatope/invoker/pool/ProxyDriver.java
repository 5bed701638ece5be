/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import io.aquatope.pool.Activation;
import io.aquatope.pool.ContainerDriver;
import io.aquatope.pool.ContainerId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.openwhisk.core.connector.MessageFeed$Processed$;
import org.apache.openwhisk.core.containerpool.Remove$;
import org.apache.pekko.actor.ActorContext;
import org.apache.pekko.actor.ActorRef;
import org.jspecify.annotations.Nullable;

/** Carries out the pool's orders through OpenWhisk's container proxies, one actor a container. */
final class ProxyDriver implements ContainerDriver {

  private final ProxyStarter proxies;
  private final ActorContext context;
  private final ActorRef pool;
  private final ActorRef feed;
  private final RuntimeKinds kinds;
  private final InvokedFunctions functions;
  private final ContainerStartTimes startTimes;
  private final PoolMonitor monitor;

  /**
   * The last function that was found to be preparable. Nothing else may hold it: so it cannot go
   * between the pool's question and its order.
   */
  private @Nullable InvokedFunction preparable;

  private final Map<ContainerId, ProxyState> byId = new HashMap<>();
  private final Map<ActorRef, ProxyState> byActor = new HashMap<>();

  /**
   * @param context whose children the proxies are
   * @param pool whom the proxies report to
   * @param feed where activations come from
   */
  ProxyDriver(
      ProxyStarter proxies,
      ActorContext context,
      ActorRef pool,
      ActorRef feed,
      RuntimeKinds kinds,
      InvokedFunctions functions,
      ContainerStartTimes startTimes,
      PoolMonitor monitor) {
    this.proxies = proxies;
    this.context = context;
    this.pool = pool;
    this.feed = feed;
    this.kinds = kinds;
    this.functions = functions;
    this.startTimes = startTimes;
    this.monitor = monitor;
  }

  @Nullable ProxyState find(ActorRef actor) {
    return byActor.get(actor);
  }

  void forget(ProxyState proxy) {
    byActor.remove(proxy.actor);
    byId.remove(proxy.id);
  }

  @Override
  public void startStemCell(ContainerId container, StemCell stemCell) {
    proxy(container).actor.tell(kinds.start(stemCell), pool);
  }

  @Override
  public boolean canPrepare(FunctionSpec function) {
    preparable = functions.find(function.id()).orElse(null);
    return preparable != null;
  }

  @Override
  public void prepare(ContainerId container, FunctionSpec function, PreparationDepth depth) {
    InvokedFunction invoked = functions.find(function.id()).orElseThrow();
    preparable = null;
    ProxyState proxy =
        add(
            container,
            proxies.preparing(
                context,
                invoked,
                depth,
                loss -> pool.tell(new PreparedReplacement(container, loss), pool)));
    proxy.function = invoked;
    proxy.preparing();
    proxy.actor.tell(RuntimeKinds.start(invoked.action()), pool);
  }

  /** What an activation was given as prepared was not; it starts as if nothing had been there. */
  void replaced(ContainerId container) {
    ProxyState proxy = byId.get(container);
    if (proxy != null && proxy.latest != null) {
      startTimes.was(proxy.latest, StartKind.COLD);
    }
  }

  /** A preparation has ended well: what waited for it may run. */
  void prepared(ProxyState proxy) {
    proxy.endPreparation().forEach(run -> proxy.actor.tell(run, pool));
  }

  @Override
  public void run(ContainerId container, Activation activation, StartKind start) {
    RunActivation given = (RunActivation) activation;
    ProxyState proxy = proxy(container);
    proxy.function = given.invoked();
    proxy.active++;
    proxy.latest = given;
    try {
      monitor.containerStart(
          given.run(), start, Optional.ofNullable(proxy.container), proxy.active);
      startTimes.ordered(given, start);
    } finally {
      // The pool counts it as given from now on, whatever its observers do.
      if (!proxy.join(given.run())) {
        proxy.actor.tell(given.run(), pool);
      }
    }
  }

  @Override
  public void remove(ContainerId container) {
    ProxyState known = byId.get(container);
    if (known != null) {
      known.actor.tell(Remove$.MODULE$, pool);
    }
  }

  @Override
  public void ready() {
    feed.tell(MessageFeed$Processed$.MODULE$, pool);
  }

  private ProxyState proxy(ContainerId container) {
    ProxyState known = byId.get(container);
    return known == null ? add(container, proxies.plain(context)) : known;
  }

  private ProxyState add(ContainerId container, ActorRef actor) {
    context.watch(actor);
    ProxyState proxy = new ProxyState(container, actor);
    byId.put(container, proxy);
    byActor.put(actor, proxy);
    return proxy;
  }
}
