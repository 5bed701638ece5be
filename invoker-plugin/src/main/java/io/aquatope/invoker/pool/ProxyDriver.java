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

/** Carries out the pool's orders through OpenWhisk's container proxies, one actor per container. */
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
   * The latest function that was found to be preparable. It is held here, perhaps only here, so
   * that it exists from the pool's question to the pool's order.
   */
  private @Nullable InvokedFunction preparable;

  private final Map<ContainerId, ProxyState> byId = new HashMap<>();
  private final Map<ActorRef, ProxyState> byActor = new HashMap<>();

  /**
   * Parts of a driver of proxies.
   *
   * @param feed source of activations
   */
  record Setup(
      ProxyStarter starter,
      ActorRef feed,
      RuntimeKinds kinds,
      InvokedFunctions functions,
      ContainerStartTimes startTimes,
      PoolMonitor monitor) {}

  /**
   * @param context parent of the proxies
   * @param pool actor that receives the proxies' reports
   */
  ProxyDriver(Setup setup, ActorContext context, ActorRef pool) {
    this.proxies = setup.starter();
    this.feed = setup.feed();
    this.kinds = setup.kinds();
    this.functions = setup.functions();
    this.startTimes = setup.startTimes();
    this.monitor = setup.monitor();
    this.context = context;
    this.pool = pool;
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

  /**
   * Reports that a prepared container was not fit for its activation, which starts as if there had
   * been none.
   */
  void replaced(ContainerId container) {
    ProxyState proxy = byId.get(container);
    if (proxy != null && proxy.latest != null) {
      startTimes.was(proxy.latest.id(), StartKind.COLD);
    }
  }

  /** Ends a successful preparation. Activations that waited for it may run. */
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
          ContainerStart.of(
              given.run(), start, Optional.ofNullable(proxy.container), proxy.active));
      startTimes.ordered(given, start);
    } finally {
      // From now on the pool counts it as running, even if an observer fails.
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
