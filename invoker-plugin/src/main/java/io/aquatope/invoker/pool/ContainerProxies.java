/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import io.aquatope.pool.PreparationDepth;
import io.aquatope.prepare.container.ContainerPreparation;
import io.aquatope.prepare.container.ContainerSupplier;
import io.aquatope.prepare.container.InitPayload;
import io.aquatope.prepare.container.PreparationLoss;
import io.aquatope.whisk.ContainerRequest;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.LinksWithout;
import io.aquatope.whisk.WhiskFeature;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.openwhisk.common.TransactionId;
import org.apache.openwhisk.core.ack.ActiveAck;
import org.apache.openwhisk.core.containerpool.ContainerPoolConfig;
import org.apache.openwhisk.core.containerpool.ContainerProxy$;
import org.apache.openwhisk.core.containerpool.ContainerProxyHealthCheckConfig;
import org.apache.openwhisk.core.database.UserContext;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.core.entity.WhiskActivation;
import org.apache.openwhisk.core.invoker.Invoker$LogsCollector;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorRefFactory;
import org.apache.pekko.actor.Props;
import scala.Function4;
import scala.Some;
import scala.concurrent.Future;
import scala.concurrent.duration.FiniteDuration;

/**
 * OpenWhisk's own container proxies. A proxy that prepares a container runs as if it started a stem
 * cell. It takes the prepared container for a stem cell, and later gives it the activation to
 * initialise and run.
 */
final class ContainerProxies implements ProxyStarter {

  /**
   * A proxy ends its container by itself after this time in pause. The pool decides about
   * keep-alive, so the time has to exceed the pool's longest keep-alive. It also has to be a delay
   * that timers accept: with ticks of 1 ms, at most 24 days. If a container reaches this age, the
   * pool is informed, and no harm is done.
   */
  private static final FiniteDuration LONGER_THAN_ANY_KEEP_ALIVE =
      scala.concurrent.duration.Duration.create(20, "days");

  private final ContainerSource containers;
  private final ContainerPreparation preparation;
  private final ActiveAck ack;
  private final Function4<TransactionId, WhiskActivation, Object, UserContext, Future<Object>>
      records;
  private final Invoker$LogsCollector logs;
  private final InvokerInstanceId instance;
  private final ContainerPoolConfig poolConfig;
  private final ContainerProxy$ openWhisk = ContainerProxy$.MODULE$;

  /**
   * @param records stores the record of an activation that has ended
   */
  ContainerProxies(
      ContainerSource containers,
      ContainerPreparation preparation,
      ActiveAck ack,
      Function4<TransactionId, WhiskActivation, Object, UserContext, Future<Object>> records,
      Invoker$LogsCollector logs,
      InvokerInstanceId instance,
      ContainerPoolConfig poolConfig) {
    this.containers = containers;
    this.preparation = preparation;
    this.ack = ack;
    this.records = records;
    this.logs = logs;
    this.instance = instance;
    this.poolConfig = poolConfig;
  }

  @Override
  public ActorRef plain(ActorRefFactory parent) {
    return parent.actorOf(props(containers::create, openWhisk.props$default$7()));
  }

  @Override
  public ActorRef preparing(
      ActorRefFactory parent,
      InvokedFunction function,
      PreparationDepth depth,
      Consumer<PreparationLoss> losses) {
    return parent.actorOf(
        props(
            (request, name, transid) ->
                preparation.prepare(
                    origin(function, request.forAction(new Some<>(function.action()))),
                    depth == PreparationDepth.INITIALISED
                        ? Optional.of(
                            InitPayload.initialisation(function.action(), namespace(function)))
                        : Optional.empty(),
                    losses),
            depth == PreparationDepth.INITIALISED ? unpinged() : openWhisk.props$default$7()));
  }

  private ContainerSupplier origin(InvokedFunction function, ContainerRequest request) {
    return tid ->
        containers.create(
            request,
            openWhisk.containerName(instance, namespace(function), function.action().name()),
            tid);
  }

  private static String namespace(InvokedFunction function) {
    return function.spec().id().namespace();
  }

  /**
   * Disables OpenWhisk's pings. A paused container accepts connections only until its backlog is
   * full, so the pings would take it for dead. A container that was initialised ahead is tested
   * when it is needed.
   */
  private ContainerProxyHealthCheckConfig unpinged() {
    ContainerProxyHealthCheckConfig configured = openWhisk.props$default$7();
    return new ContainerProxyHealthCheckConfig(
        false, configured.checkPeriod(), configured.maxFails());
  }

  private Props props(ProxiedCreation creation, ContainerProxyHealthCheckConfig health) {
    return WhiskFeature.CPU_LIMIT_AT_CREATION.isPresent()
        ? propsWithCpuLimit(creation, health)
        : propsWithoutCpuLimit(creation, health);
  }

  @LinksWith(WhiskFeature.CPU_LIMIT_AT_CREATION)
  private Props propsWithCpuLimit(
      ProxiedCreation creation, ContainerProxyHealthCheckConfig health) {
    return openWhisk.props(
        creation.withCpuLimit(containers),
        ack,
        records,
        logs,
        instance,
        poolConfig,
        health,
        openWhisk.props$default$8(),
        LONGER_THAN_ANY_KEEP_ALIVE,
        openWhisk.props$default$10(),
        openWhisk.props$default$11());
  }

  @LinksWithout(WhiskFeature.CPU_LIMIT_AT_CREATION)
  private Props propsWithoutCpuLimit(
      ProxiedCreation creation, ContainerProxyHealthCheckConfig health) {
    return openWhisk.props(
        creation.withoutCpuLimit(containers),
        ack,
        records,
        logs,
        instance,
        poolConfig,
        health,
        openWhisk.props$default$8(),
        LONGER_THAN_ANY_KEEP_ALIVE,
        openWhisk.props$default$10(),
        openWhisk.props$default$11());
  }
}
