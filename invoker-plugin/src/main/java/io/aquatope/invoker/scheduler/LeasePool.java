/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.aquatope.config.SchedulerSettings;
import io.aquatope.invoker.pool.InvokerPool;
import io.aquatope.invoker.pool.PoolMonitor;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.WarmFloor;
import io.aquatope.prepare.container.ContainerPreparation;
import io.aquatope.status.StatusBoard;
import io.aquatope.whisk.InvokerContext;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import java.time.Duration;
import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.core.connector.MessagingProvider;
import org.apache.openwhisk.core.database.ArtifactStore;
import org.apache.openwhisk.core.entity.WhiskEntity;
import org.apache.openwhisk.core.invoker.ContainerMessageConsumer;
import org.apache.pekko.actor.ActorRef;

/** The container pool of an invoker under OpenWhisk's scheduler. */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
public final class LeasePool {

  private static final scala.concurrent.duration.FiniteDuration LONG_POLL =
      scala.concurrent.duration.Duration.create(1, "second");

  private final InvokerPool pool;
  private final FunctionProxies proxies;
  private final CreationAcks acks;
  private final SchedulerSettings settings;
  private final InvokerContext context;

  /**
   * @param pool containers and functions of the invoker
   */
  public LeasePool(
      InvokerPool pool,
      FunctionProxies proxies,
      CreationAcks acks,
      SchedulerSettings settings,
      InvokerContext context) {
    this.pool = pool;
    this.proxies = proxies;
    this.acks = acks;
    this.settings = settings;
    this.context = context;
  }

  /**
   * Starts the actor. At shutdown it ends before its containers do. Call it only once.
   *
   * @param health manager of the invoker's health
   * @param data service that stores keys in etcd
   */
  public ActorRef start(
      PoolPolicy policy,
      PoolMonitor monitor,
      StatusBoard board,
      ActorRef health,
      ActorRef data) {
    long startNanos = System.nanoTime();
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
                            monitor),
                        acks,
                        new WarmKeys(
                            settings.announce()
                                ? new AnnouncementRules(context.instance())
                                : WarmKeys.Rules.NOWHERE,
                            context.instance(),
                            data),
                        new LeaseActor.Rules(
                            context.pool().userMemory().toMB(),
                            pool.cpuSlots(),
                            policy,
                            WarmFloor.NONE,
                            () -> NANOSECONDS.toMicros(System.nanoTime() - startNanos),
                            context.pool().batchDeletionSize()),
                        new LeaseActor.Intervals(
                            Duration.ofNanos(context.pool().memorySyncInterval().toNanos()),
                            settings.announceAgain()),
                        health,
                        board)));
    pool.containers().cleanUpAfter(actor);
    return actor;
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
