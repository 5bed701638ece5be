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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionId;
import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.ack.ActiveAck;
import org.apache.openwhisk.core.containerpool.ContainerFactoryProvider;
import org.apache.openwhisk.core.containerpool.ContainerPoolConfig;
import org.apache.openwhisk.core.containerpool.ContainerProxy$;
import org.apache.openwhisk.core.containerpool.logging.LogStore;
import org.apache.openwhisk.core.database.UserContext;
import org.apache.openwhisk.core.entity.ExecManifest$;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.core.entity.WhiskActivation;
import org.apache.openwhisk.core.invoker.LogStoreCollector;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
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
  private final InvokerInstanceId instance;
  private final ContainerPoolConfig config;
  private final ActorSystem system;

  /**
   * Creates the container factory, which throws if no container can be created.
   *
   * @param metrics that show the heap of the held functions
   */
  public InvokerPool(
      ContainerFactoryProvider factories,
      LogStore logs,
      WhiskConfig whiskConfig,
      InvokerInstanceId instance,
      ContainerPoolConfig config,
      ActorSystem system,
      Logging logging,
      MetricSink metrics) {
    this.functions = new InvokedFunctions(new HeldActions(metrics));
    this.containers =
        ContainerSource.create(factories, whiskConfig, instance, logs, system, logging);
    this.logs = logs;
    this.instance = instance;
    this.config = config;
    this.system = system;
  }

  /** The stem cells of the runtimes manifest, each configuration once. */
  public List<StemCellSettings> stemCells() {
    return kinds.stemCells();
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
            ContainerPreparation.in(system, pauseGrace(), TransactionId$.MODULE$.invokerWarmup()),
            ack,
            startTimes.readFrom(records),
            new LogStoreCollector(logs),
            instance,
            config);
    long startNanos = System.nanoTime();
    ActorRef actor =
        system.actorOf(
            PoolActor.props(
                new PoolActor.Setup(
                    config.userMemory().toMB(),
                    cpuSlots(),
                    policy,
                    proxies,
                    feed,
                    kinds,
                    functions,
                    startTimes,
                    monitor,
                    board,
                    () -> NANOSECONDS.toMicros(System.nanoTime() - startNanos))));
    containers.cleanUpAfter(actor);
    return actor;
  }

  /** Time for which an idle container runs before it is paused. */
  private static Duration pauseGrace() {
    return Duration.ofNanos(ContainerProxy$.MODULE$.timeouts().pauseGrace().toNanos());
  }

  /** The CPU slots of the container factory, which must exist already. */
  private CpuSlots cpuSlots() {
    return CpuControl.ofThisInvoker()
        .admission()
        .map(
            cpu ->
                CpuSlots.of(
                    cpu.cores(),
                    cpu.overcommit(),
                    spec -> functions.action(spec.id()).map(cpu::milliCoresOf).orElse(0)))
        .orElse(CpuSlots.OFF);
  }
}
