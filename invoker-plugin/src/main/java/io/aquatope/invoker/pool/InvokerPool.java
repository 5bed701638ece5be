/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.aquatope.cpu.CpuControl;
import io.aquatope.metrics.MetricSink;
import io.aquatope.pool.CpuSlots;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.policy.StemCellSettings;
import io.aquatope.prepare.HeldActions;
import io.aquatope.prepare.container.ContainerPreparation;
import io.aquatope.status.StatusBoard;
import io.aquatope.whisk.InvokerContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.openwhisk.common.TransactionId;
import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.core.ack.ActiveAck;
import org.apache.openwhisk.core.containerpool.ContainerFactoryProvider;
import org.apache.openwhisk.core.containerpool.ContainerProxy$;
import org.apache.openwhisk.core.containerpool.logging.LogStore;
import org.apache.openwhisk.core.database.UserContext;
import org.apache.openwhisk.core.entity.ExecManifest$;
import org.apache.openwhisk.core.entity.WhiskActivation;
import org.apache.openwhisk.core.invoker.LogStoreCollector;
import org.apache.pekko.actor.ActorRef;
import scala.Function4;
import scala.concurrent.Future;

/**
 * The container pool of an invoker, on OpenWhisk's container factory and container proxies.
 * Functions and stem cells are known before it starts, because its policy needs them.
 */
public final class InvokerPool {

  private final RuntimeKinds kinds = RuntimeKinds.of(ExecManifest$.MODULE$.runtimesManifest());
  private final InvokedFunctions functions;
  private final ContainerSource containers;
  private final LogStore logs;
  private final InvokerContext context;
  private final CpuControl cpu;

  /**
   * Creates the container factory, which throws if no container can be created.
   *
   * @param leased whether OpenWhisk's scheduler leases the containers
   * @param cpu of this invoker
   * @param metrics that show the heap of the held functions
   */
  public InvokerPool(
      boolean leased,
      ContainerFactoryProvider factories,
      LogStore logs,
      InvokerContext context,
      CpuControl cpu,
      MetricSink metrics) {
    this.functions = new InvokedFunctions(leased, new HeldActions(metrics));
    this.containers =
        ContainerSource.create(
            factories,
            context.config(),
            context.instance(),
            logs,
            context.system(),
            context.logging());
    this.logs = logs;
    this.context = context;
    this.cpu = cpu;
  }

  /** The stem cells of the runtimes manifest, each configuration once. */
  public List<StemCellSettings> stemCells() {
    return kinds.stemCells();
  }

  public RuntimeKinds kinds() {
    return kinds;
  }

  public ContainerSource containers() {
    return containers;
  }

  public InvokedFunctions functions() {
    return functions;
  }

  /**
   * Starts the actor, which takes {@code Run}. At shutdown it ends before its containers do. Call
   * it only once.
   *
   * @param records stores the record of an activation that has ended
   * @param feed receives a request for each further activation
   */
  public ActorRef start(
      PoolPolicy policy,
      PoolMonitor monitor,
      StatusBoard board,
      ActiveAck ack,
      Function4<TransactionId, WhiskActivation, Object, UserContext, Future<Object>> records,
      ActorRef feed) {
    ContainerStartTimes startTimes = new ContainerStartTimes(Clock.systemUTC());
    ProxyStarter proxies =
        new ContainerProxies(
            containers,
            ContainerPreparation.in(
                context.system(), pauseGrace(), TransactionId$.MODULE$.invokerWarmup()),
            ack,
            startTimes.readFrom(records),
            new LogStoreCollector(logs),
            context.instance(),
            context.pool());
    long startNanos = System.nanoTime();
    ActorRef actor =
        context
            .system()
            .actorOf(
                PoolActor.props(
                    new PoolActor.Setup(
                        new ProxyDriver.Setup(proxies, feed, kinds, functions, startTimes, monitor),
                        context.pool().userMemory().toMB(),
                        cpuSlots(),
                        policy,
                        board,
                        () -> NANOSECONDS.toMicros(System.nanoTime() - startNanos))));
    containers.cleanUpAfter(actor);
    return actor;
  }

  /** Time for which an idle container runs before it is paused. */
  public static Duration pauseGrace() {
    return Duration.ofNanos(ContainerProxy$.MODULE$.timeouts().pauseGrace().toNanos());
  }

  /** The CPU slots of the container factory, which must exist already. */
  public CpuSlots cpuSlots() {
    return cpu.admission()
        .map(
            rule ->
                CpuSlots.of(
                    rule.cores(),
                    rule.overcommit(),
                    spec -> functions.action(spec.id()).map(rule::milliCoresOf).orElse(0)))
        .orElse(CpuSlots.OFF);
  }
}
