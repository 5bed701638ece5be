/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import io.aquatope.invoker.pool.ContainerSource;
import io.aquatope.invoker.pool.ContainerStart;
import io.aquatope.invoker.pool.ContainerStartTimes;
import io.aquatope.invoker.pool.InvokedFunction;
import io.aquatope.invoker.pool.InvokedFunctions;
import io.aquatope.invoker.pool.PoolMonitor;
import io.aquatope.invoker.pool.PreparedReplacement;
import io.aquatope.invoker.pool.ProxiedCreation;
import io.aquatope.invoker.pool.RuntimeKinds;
import io.aquatope.invoker.scheduler.LeaseProxy.Phase;
import io.aquatope.pool.Activation;
import io.aquatope.pool.ContainerDriver;
import io.aquatope.pool.ContainerId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import io.aquatope.prepare.container.ContainerPreparation;
import io.aquatope.prepare.container.InitPayload;
import io.aquatope.whisk.ContainerRequest;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.TransactionRoot;
import io.aquatope.whisk.WhiskFeature;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.core.connector.ActivationMessage;
import org.apache.openwhisk.core.connector.ContainerCreationMessage;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.v2.FunctionPullingContainerProxy$;
import org.apache.openwhisk.core.containerpool.v2.Initialize;
import org.apache.openwhisk.core.containerpool.v2.Remove$;
import org.apache.openwhisk.core.containerpool.v2.Start;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.CodeExec;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.pekko.actor.ActorContext;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorRefFactory;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Some;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;

/**
 * Carries out the pool's orders through OpenWhisk's function-pulling proxies, one actor per
 * container. Each proxy has a creation of its own, so it can be told what OpenWhisk does not tell
 * it: for which action its container is, and that it is prepared already.
 */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
final class LeaseDriver implements ContainerDriver {

  private final Setup setup;
  private final ActorContext context;
  private final ActorRef pool;
  private final ExecutionContext executor;

  /**
   * The latest function that was found to be preparable. It is held here, perhaps only here, so
   * that it exists from the pool's question to the pool's order.
   */
  private @Nullable InvokedFunction preparable;

  private final Map<ContainerId, LeaseProxy> byId = new HashMap<>();
  private final Map<ActorRef, LeaseProxy> byActor = new HashMap<>();

  /** Starts OpenWhisk's function-pulling proxies as children of an actor. */
  @FunctionalInterface
  interface Proxies {

    /**
     * Starts a proxy.
     *
     * @param creation creates its container
     * @param pinged whether the container is pinged until it is used. A paused container accepts
     *     connections only until its backlog is full, so OpenWhisk's pings would take it for dead.
     *     A container that was initialised ahead is tested when it is needed
     * @param activations receives each activation that is pulled
     */
    ActorRef start(
        ActorRefFactory parent,
        ProxiedCreation creation,
        boolean pinged,
        Consumer<ActivationMessage> activations);
  }

  /**
   * Parts of a driver.
   *
   * @param instance of this invoker
   * @param calls receives each activation before it runs
   */
  record Setup(
      Proxies proxies,
      ContainerSource containers,
      ContainerPreparation preparation,
      RuntimeKinds kinds,
      InvokedFunctions functions,
      InvokerInstanceId instance,
      PoolMonitor monitor,
      Consumer<ActivationMessage> calls) {}

  private final ContainerStartTimes startTimes;
  private final CreationDesk desk;
  private final WarmKeys keys;

  /**
   * @param context parent of the proxies
   * @param pool actor that receives the proxies' reports
   */
  LeaseDriver(
      Setup setup,
      ContainerStartTimes startTimes,
      CreationDesk desk,
      WarmKeys keys,
      ActorContext context,
      ActorRef pool) {
    this.setup = setup;
    this.startTimes = startTimes;
    this.desk = desk;
    this.keys = keys;
    this.context = context;
    this.pool = pool;
    this.executor = context.dispatcher();
  }

  /** The proxy that an actor is, also after its container is gone; null if it is none. */
  @Nullable LeaseProxy find(ActorRef actor) {
    return byActor.get(actor);
  }

  /** The proxies whose containers the pool knows. */
  Collection<LeaseProxy> proxies() {
    return byId.values();
  }

  /** Forgets the container of a proxy. Its last message may still be to come. */
  void gone(LeaseProxy proxy) {
    keys.withdraw(proxy.id);
    byId.remove(proxy.id, proxy);
  }

  void terminated(LeaseProxy proxy) {
    gone(proxy);
    byActor.values().remove(proxy);
  }

  @Override
  public void startStemCell(ContainerId id, StemCell stemCell) {
    LeaseProxy proxy = LeaseProxy.of(id, stemCell);
    add(proxy, plain(proxy), false);
    start(proxy, setup.kinds().exec(stemCell), RuntimeKinds.memory(stemCell));
  }

  @Override
  public boolean canPrepare(FunctionSpec function) {
    preparable = setup.functions().find(function.id()).orElse(null);
    return preparable != null;
  }

  @Override
  public void prepare(ContainerId id, FunctionSpec function, PreparationDepth depth) {
    InvokedFunction invoked = setup.functions().find(function.id()).orElseThrow();
    preparable = null;
    LeaseProxy proxy = LeaseProxy.of(id, invoked, function.memoryMb(), Phase.STARTING);
    proxy.prepared = true;
    boolean initialised = depth == PreparationDepth.INITIALISED;
    proxy.initialised = initialised;
    add(proxy, preparing(proxy, invoked, initialised), initialised);
    start(proxy, invoked.action().exec(), RuntimeKinds.memory(invoked.action()));
  }

  /**
   * Starts a proxy for a container that exists and has run no code of a call. It has the id of the
   * one that held it.
   */
  void handBack(LeaseProxy former, LeasedContainer container) {
    InvokedFunction function = former.function;
    if (function == null) {
      throw new IllegalStateException("a container without a function was handed back");
    }
    LeaseProxy proxy = LeaseProxy.of(former.id, function, former.memoryMb, Phase.STARTING);
    proxy.prepared = true;
    proxy.initialised = former.initialised;
    add(
        proxy,
        (request, name, transid) ->
            setup
                .preparation()
                .again(
                    container.released(),
                    tid -> create(function, request, tid),
                    loss -> pool.tell(new PreparedReplacement(former.id, loss), pool))
                .map(ready -> leased(proxy, ready), executor),
        true);
    start(proxy, function.action().exec(), RuntimeKinds.memory(function.action()));
  }

  /** Records that a lease got a fresh container instead of the prepared one. */
  void replaced(ContainerId id) {
    LeaseProxy proxy = byId.get(id);
    if (proxy != null && proxy.first != null) {
      startTimes.was(proxy.first, StartKind.COLD);
    }
  }

  private static void start(LeaseProxy proxy, CodeExec<?> exec, ByteSize memory) {
    tell(proxy, new Start(exec, memory, Option.empty()), ActorRef.noSender());
  }

  @Override
  public void run(ContainerId id, Activation lease, StartKind start) {
    CreationLease creation = (CreationLease) lease;
    desk.bind(id, creation);
    keys.withdraw(id);
    LeaseProxy proxy = byId.get(id);
    if (proxy == null) {
      proxy =
          LeaseProxy.of(id, creation.invoked(), creation.function().memoryMb(), Phase.IN_PROGRESS);
      add(proxy, plain(proxy), false);
    }
    proxy.function = creation.invoked();
    proxy.phase = Phase.IN_PROGRESS;
    proxy.order = startTimes.order(creation.function(), start);
    LeasedContainer container = proxy.container;
    if (container != null) {
      container.wake();
    }
    ContainerCreationMessage message = creation.message();
    ExecutableWhiskAction action = creation.invoked().action();
    tell(
        proxy,
        new Initialize(
            message.invocationNamespace(),
            message.action(),
            action,
            message.schedulerHost(),
            message.rpcPort(),
            message.transid()),
        pool);
    setup
        .monitor()
        .containerStart(
            new ContainerStart(
                creation.id(),
                message.invocationNamespace(),
                action,
                message.transid(),
                start,
                proxy.realContainer(),
                1));
  }

  @Override
  public void remove(ContainerId id) {
    LeaseProxy known = byId.get(id);
    if (known == null) {
      return;
    }
    gone(known);
    if (known.ordered) {
      tell(known, Remove$.MODULE$, pool);
    } else if (known.actor != null) {
      context.stop(known.actor);
    }
  }

  private static void tell(LeaseProxy proxy, Object message, ActorRef sender) {
    ActorRef actor = proxy.actor;
    if (actor != null) {
      proxy.ordered = true;
      actor.tell(message, sender);
    }
  }

  private void add(LeaseProxy proxy, ProxiedCreation creation, boolean unpinged) {
    ActorRef actor =
        setup.proxies().start(context, creation, !unpinged, message -> pulled(proxy, message));
    context.watch(actor);
    proxy.actor = actor;
    byId.put(proxy.id, proxy);
    byActor.put(actor, proxy);
  }

  /** Runs on the thread of the proxy's client. */
  private void pulled(LeaseProxy proxy, ActivationMessage message) {
    InvokedFunction function = proxy.function;
    if (function != null) {
      pool.tell(
          new PulledActivation(
              proxy.id,
              message.activationId(),
              function.spec(),
              TransactionRoot.number(message.transid())),
          proxy.actor);
    }
    setup.calls().accept(message);
  }

  /** Creates as OpenWhisk does, but for the action where it is known. */
  private ProxiedCreation plain(LeaseProxy proxy) {
    return (request, name, transid) ->
        setup
            .containers()
            .create(request.forAction(Option.apply(proxy.action().orElse(null))), name, transid)
            .map(container -> leased(proxy, container), executor);
  }

  private ProxiedCreation preparing(
      LeaseProxy proxy, InvokedFunction function, boolean initialised) {
    return (request, name, transid) ->
        setup
            .preparation()
            .prepare(
                tid -> create(function, request, tid),
                initialised
                    ? Optional.of(
                        InitPayload.initialisation(
                            function.action(), function.spec().id().namespace()))
                    : Optional.empty(),
                loss -> pool.tell(new PreparedReplacement(proxy.id, loss), pool))
            .map(container -> leased(proxy, container), executor);
  }

  private Future<Container> create(
      InvokedFunction function,
      ContainerRequest request,
      org.apache.openwhisk.common.TransactionMetadata transid) {
    return setup
        .containers()
        .create(
            request.forAction(new Some<>(function.action())),
            FunctionPullingContainerProxy$.MODULE$.containerName(
                setup.instance(), function.spec().id().namespace(), function.action().name()),
            transid);
  }

  private static Container leased(LeaseProxy proxy, Container container) {
    LeasedContainer leased = new LeasedContainer(container, proxy::action);
    proxy.container = leased;
    return leased;
  }

  /** Destroys the container of a proxy that died without doing so, and deletes its keys. */
  void destroyOrphan(LeaseProxy proxy) {
    LeasedContainer container = proxy.container;
    if (container != null) {
      var unused = container.destroy(TransactionId$.MODULE$.invokerNanny());
      keys.deleteAll(proxy.function, container);
    }
  }
}
