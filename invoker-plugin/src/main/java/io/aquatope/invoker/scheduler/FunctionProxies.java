/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import io.aquatope.invoker.pool.ContainerSource;
import io.aquatope.invoker.pool.ProxiedCreation;
import io.aquatope.whisk.InvokerContext;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskActions;
import io.aquatope.whisk.WhiskFeature;
import java.util.function.Consumer;
import org.apache.openwhisk.common.TransactionId;
import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.core.ack.ActiveAck;
import org.apache.openwhisk.core.connector.ActivationMessage;
import org.apache.openwhisk.core.containerpool.ContainerId;
import org.apache.openwhisk.core.containerpool.ContainerProxy$;
import org.apache.openwhisk.core.containerpool.ContainerProxyHealthCheckConfig;
import org.apache.openwhisk.core.containerpool.ContainerProxyTimeoutConfig;
import org.apache.openwhisk.core.containerpool.v2.FunctionPullingContainerProxy$;
import org.apache.openwhisk.core.database.ArtifactStore;
import org.apache.openwhisk.core.database.UserContext;
import org.apache.openwhisk.core.entity.DocRevision;
import org.apache.openwhisk.core.entity.FullyQualifiedEntityName;
import org.apache.openwhisk.core.entity.WhiskActivation;
import org.apache.openwhisk.core.entity.WhiskEntity;
import org.apache.openwhisk.core.invoker.Invoker$LogsCollector;
import org.apache.openwhisk.core.invoker.NamespaceBlacklist;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorRefFactory;
import org.apache.pekko.actor.Props;
import org.apache.pekko.dispatch.Futures;
import scala.Function4;
import scala.Function7;
import scala.Tuple2;
import scala.concurrent.Future;
import scala.concurrent.duration.Duration;
import scala.concurrent.duration.FiniteDuration;

/** OpenWhisk's own function-pulling proxies, each with a creation of its own. */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
public final class FunctionProxies implements LeaseDriver.Proxies {

  /**
   * A proxy decides about its container by itself after this time in pause. The pool decides about
   * keep-alive, so the time has to exceed the pool's longest keep-alive. It also has to be a delay
   * that timers accept: with ticks of 1 ms, at most 24 days.
   */
  private static final FiniteDuration LONGER_THAN_ANY_KEEP_ALIVE = Duration.create(20, "days");

  private final Records records;
  private final Stores stores;
  private final Peers peers;
  private final ContainerSource containers;
  private final InvokerContext context;
  private final FunctionPullingContainerProxy$ openWhisk = FunctionPullingContainerProxy$.MODULE$;

  /**
   * Receivers of what a proxy reports of activations.
   *
   * @param store stores the record of an activation that has ended
   */
  public record Records(
      ActiveAck ack,
      Function4<TransactionId, WhiskActivation, Object, UserContext, Future<Object>> store,
      Invoker$LogsCollector logs) {

    /** The same with another store. */
    Records with(
        Function4<TransactionId, WhiskActivation, Object, UserContext, Future<Object>> other) {
      return new Records(ack, other, logs);
    }
  }

  /**
   * Stores that a proxy reads and writes.
   *
   * @param data service that stores keys in etcd
   */
  public record Stores(
      ArtifactStore<WhiskEntity> entities, NamespaceBlacklist blacklist, ActorRef data) {}

  /**
   * Actors that a proxy works with.
   *
   * @param health manager of the invoker's health
   * @param clients starts an actor that pulls activations
   */
  public record Peers(
      ActorRef health,
      Function7<
              ActorRefFactory,
              String,
              FullyQualifiedEntityName,
              DocRevision,
              String,
              Object,
              ContainerId,
              ActorRef>
          clients) {}

  public FunctionProxies(
      Records records,
      Stores stores,
      Peers peers,
      ContainerSource containers,
      InvokerContext context) {
    this.records = records;
    this.stores = stores;
    this.peers = peers;
    this.containers = containers;
    this.context = context;
  }

  /** A proxy whose container is created like this, for an activation that nobody pulled. */
  Props props(ProxiedCreation creation) {
    return props(creation, openWhisk.props$default$16(), peers.clients());
  }

  @Override
  public ActorRef start(
      ActorRefFactory parent,
      ProxiedCreation creation,
      boolean pinged,
      Consumer<ActivationMessage> activations) {
    return parent.actorOf(props(creation, pinged, activations));
  }

  private Props props(
      ProxiedCreation creation, boolean pinged, Consumer<ActivationMessage> activations) {
    ContainerProxyHealthCheckConfig configured = openWhisk.props$default$16();
    return props(
        creation,
        pinged
            ? configured
            : new ContainerProxyHealthCheckConfig(
                false, configured.checkPeriod(), configured.maxFails()),
        (parent, namespace, action, revision, host, port, container) ->
            parent.actorOf(
                ClientTap.props(
                    tap ->
                        peers
                            .clients()
                            .apply(tap, namespace, action, revision, host, port, container),
                    activations)));
  }

  private Props props(
      ProxiedCreation creation,
      ContainerProxyHealthCheckConfig pings,
      Function7<
              ActorRefFactory,
              String,
              FullyQualifiedEntityName,
              DocRevision,
              String,
              Object,
              ContainerId,
              ActorRef>
          clients) {
    ContainerProxyTimeoutConfig timeouts = ContainerProxy$.MODULE$.timeouts();
    return openWhisk.props(
        creation.withCpuLimit(containers),
        stores.entities(),
        stores.blacklist(),
        (store, id, revision, fromCache, ignoreMissing) ->
            WhiskActions.action(
                store,
                id.id(),
                revision.rev(),
                (Boolean) fromCache,
                TransactionId$.MODULE$.invokerNanny()),
        stores.data(),
        clients,
        records.ack(),
        records.store(),
        records.logs(),
        // Both are asked at the end of the idle time only: nothing is kept then.
        (namespace, action, revision) -> Futures.successful(1L),
        namespace -> Futures.successful(new Tuple2<>(0, timeouts.keepingDuration())),
        context.instance(),
        peers.health(),
        context.pool(),
        new ContainerProxyTimeoutConfig(
            LONGER_THAN_ANY_KEEP_ALIVE, timeouts.pauseGrace(), timeouts.keepingDuration()),
        pings,
        openWhisk.props$default$17(),
        context.system(),
        context.logging());
  }
}
