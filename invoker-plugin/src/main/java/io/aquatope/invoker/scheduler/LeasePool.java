/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.aquatope.config.SchedulerSettings;
import io.aquatope.invoker.pool.ContainerStartTimes;
import io.aquatope.invoker.pool.InvokerPool;
import io.aquatope.invoker.pool.PoolMonitor;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.prepare.container.ContainerPreparation;
import io.aquatope.status.StatusBoard;
import io.aquatope.whisk.InvokerContext;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.core.connector.ActivationMessage;
import org.apache.openwhisk.core.connector.MessagingProvider;
import org.apache.openwhisk.core.containerpool.ContainerProxy$;
import org.apache.openwhisk.core.containerpool.ContainerProxyTimeoutConfig;
import org.apache.openwhisk.core.database.ArtifactStore;
import org.apache.openwhisk.core.entity.WhiskAuthStore$;
import org.apache.openwhisk.core.entity.WhiskEntity;
import org.apache.openwhisk.core.invoker.ContainerMessageConsumer;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.dispatch.Futures;
import scala.concurrent.Promise;
import scala.concurrent.duration.FiniteDuration;

/** The container pool of an invoker under OpenWhisk's scheduler. */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
public final class LeasePool {

  /** As long as OpenWhisk's own pool waits. */
  private static final Duration DRAIN_INTERVAL = Duration.ofSeconds(5);

  private static final FiniteDuration LONG_POLL =
      scala.concurrent.duration.Duration.create(1, "second");

  private final InvokerPool pool;
  private final CreationAcks acks;
  private final EtcdServices etcd;
  private final SchedulerSettings settings;
  private final InvokerContext context;
  private final ContainerStartTimes startTimes = new ContainerStartTimes(Clock.systemUTC());

  /**
   * Observers and neighbours of the actor.
   *
   * @param health manager of the invoker's health
   * @param calls receives each activation before it runs
   */
  public record Neighbours(
      PoolMonitor monitor, StatusBoard board, ActorRef health, Consumer<ActivationMessage> calls) {}

  /**
   * @param pool containers and functions of the invoker
   */
  public LeasePool(
      InvokerPool pool,
      CreationAcks acks,
      EtcdServices etcd,
      SchedulerSettings settings,
      InvokerContext context) {
    this.pool = pool;
    this.acks = acks;
    this.etcd = etcd;
    this.settings = settings;
    this.context = context;
  }

  /**
   * Starts the actor. At shutdown it ends before its containers do. Call it only once.
   *
   * @param alone whether the policy decides for this invoker alone, and not for the cluster
   */
  public ActorRef start(
      PoolPolicy policy,
      boolean alone,
      Neighbours neighbours,
      FunctionProxies.Records records,
      FunctionProxies.Stores stores,
      FunctionProxies.Peers peers) {
    long startNanos = System.nanoTime();
    ContainerProxyTimeoutConfig timeouts = ContainerProxy$.MODULE$.timeouts();
    Promise<ActorRef> started = Futures.promise();
    FunctionProxies proxies =
        new FunctionProxies(
            records.with(startTimes.readFrom(PulledActivations.tellFrom(records.store(), started))),
            stores,
            peers,
            pool.containers(),
            context);
    ActorRef actor =
        context
            .system()
            .actorOf(
                LeaseActor.props(
                    new LeaseActor.Setup(
                        new LeaseDriver.Setup(
                            proxies,
                            pool.containers(),
                            ContainerPreparation.in(
                                context.system(),
                                InvokerPool.pauseGrace(),
                                TransactionId$.MODULE$.invokerWarmup()),
                            pool.kinds(),
                            pool.functions(),
                            context.instance(),
                            neighbours.monitor(),
                            neighbours.calls()),
                        acks,
                        new WarmKeys(
                            settings.announce()
                                ? new AnnouncementRules(context.instance())
                                : WarmKeys.Rules.NOWHERE,
                            WarmKeys.Names.of(context.instance()),
                            etcd.data()),
                        startTimes,
                        new LeaseActor.Rules(
                            context.pool().userMemory().toMB(),
                            pool.cpuSlots(),
                            policy,
                            alone,
                            new NamespaceLimits(
                                WhiskAuthStore$.MODULE$.datastore(
                                    context.system(), context.logging()),
                                java(timeouts.idleContainer()),
                                java(timeouts.keepingDuration()),
                                context.system().dispatcher()),
                            context.pool().batchDeletionSize(),
                            new LeaseActor.Intervals(
                                java(context.pool().memorySyncInterval()),
                                settings.announceAgain(),
                                DRAIN_INTERVAL),
                            () -> NANOSECONDS.toMicros(System.nanoTime() - startNanos)),
                        new LeaseActor.Cluster(
                            ClusterWatch.clusterName(),
                            context.instance().toInt(),
                            etcd.watcher(),
                            etcd::keys),
                        neighbours.health(),
                        neighbours.board())));
    started.success(actor);
    pool.containers().cleanUpAfter(actor);
    return actor;
  }

  private static Duration java(FiniteDuration time) {
    return Duration.ofNanos(time.toNanos());
  }

  /**
   * Passes the creation messages of this invoker's topic to the actor from now on.
   *
   * @param maxPeek number of messages to read at a time
   */
  public void consume(
      ActorRef actor,
      ArtifactStore<WhiskEntity> entities,
      MessagingProvider messaging,
      int maxPeek) {
    ActorRef receiver =
        context.system().actorOf(CreationReceiver.props(pool.functions(), acks, actor));
    var unused =
        new ContainerMessageConsumer(
            context.instance(),
            receiver,
            entities,
            context.config(),
            messaging,
            LONG_POLL,
            maxPeek,
            acks::send,
            context.system(),
            context.system().dispatcher(),
            context.logging());
  }
}
