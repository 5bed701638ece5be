/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import io.aquatope.cluster.KeepingLimits;
import io.aquatope.invoker.pool.ContainerStartTimes;
import io.aquatope.invoker.pool.PoolEventLoop;
import io.aquatope.invoker.pool.PoolMonitor;
import io.aquatope.invoker.pool.PreparedReplacement;
import io.aquatope.invoker.scheduler.LeaseProxy.Phase;
import io.aquatope.pool.CpuSlots;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.machine.ContainerPool;
import io.aquatope.status.StatusBoard;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.openwhisk.common.Enable$;
import org.apache.openwhisk.common.GracefulShutdown$;
import org.apache.openwhisk.core.connector.GetState$;
import org.apache.openwhisk.core.containerpool.AdjustPrewarmedContainer$;
import org.apache.openwhisk.core.containerpool.BlackboxStartupError;
import org.apache.openwhisk.core.containerpool.ContainerRemoved;
import org.apache.openwhisk.core.containerpool.WhiskContainerStartupError;
import org.apache.openwhisk.core.containerpool.v2.ContainerCreationFailed;
import org.apache.openwhisk.core.containerpool.v2.ContainerIsPaused;
import org.apache.openwhisk.core.containerpool.v2.DeletionContainer;
import org.apache.openwhisk.core.containerpool.v2.Initialized;
import org.apache.openwhisk.core.containerpool.v2.MemoryInfo;
import org.apache.openwhisk.core.containerpool.v2.ReadyToWork;
import org.apache.openwhisk.core.containerpool.v2.ResumeFailed;
import org.apache.openwhisk.core.containerpool.v2.Resumed;
import org.apache.openwhisk.core.service.WatchEndpointInserted;
import org.apache.openwhisk.core.service.WatchEndpointRemoved;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.actor.Props;
import org.apache.pekko.actor.SupervisorStrategy;
import org.apache.pekko.actor.Terminated;

/**
 * Runs a {@link ContainerPool} under OpenWhisk's scheduler: turns messages into the pool's events
 * and the pool's orders into messages to function-pulling proxies. The only thread of the pool.
 */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
final class LeaseActor extends AbstractActor {

  private static final Duration LIST_EVERY = Duration.ofMinutes(1);

  private enum Tick {
    MEMORY,
    ANNOUNCE,
    DRAIN,
    LIST
  }

  private final Setup setup;
  private final PoolMonitor monitor;
  private final CreationDesk desk;
  private final WarmKeys keys;
  private final LeaseDriver driver;
  private final ContainerPool pool;
  private final PoolOccupancy occupancy;
  private final PoolDrain drain;
  private final PulledActivations activations;
  private final ClusterState cluster;
  private final ClusterWatch watch;
  private final PoolEventLoop loop;
  private final List<Cancellable> timers = new ArrayList<>();
  private Cancellable nextBatch = Cancellable.alreadyCancelled();

  /**
   * Parts of the actor.
   *
   * @param startTimes measured here
   * @param health manager of the invoker's health, which publishes the free memory
   * @param board that shows the pool
   */
  record Setup(
      LeaseDriver.Setup driver,
      CreationAnswers answers,
      WarmKeys keys,
      ContainerStartTimes startTimes,
      Rules rules,
      Cluster cluster,
      ActorRef health,
      StatusBoard board) {}

  /**
   * Rules of the pool.
   *
   * @param memoryMb memory limit of all containers together, in MB
   * @param cpu CPU limit of all busy containers together
   * @param alone whether the policy decides for this invoker alone
   * @param keeping how many idle containers are kept, whatever the policy says
   * @param drainedAtOnce largest number of containers that are let go at once to disable the
   *     invoker
   * @param clockMicros a time in microseconds that never goes back
   */
  record Rules(
      long memoryMb,
      CpuSlots cpu,
      PoolPolicy policy,
      boolean alone,
      KeepingLimits keeping,
      int drainedAtOnce,
      Intervals intervals,
      LongSupplier clockMicros) {}

  /**
   * The cluster's keys in etcd.
   *
   * @param name first part of all keys
   * @param self the number of this invoker
   * @param watcher service that watches all keys
   * @param keys lists keys
   */
  record Cluster(String name, int self, ActorRef watcher, ClusterWatch.KeyList keys) {}

  /**
   * Intervals of repeated work.
   *
   * @param memory between two reports of the free memory
   * @param announce between two announcements of all prepared containers
   * @param drain between two batches of containers that end, while the invoker is disabled
   */
  record Intervals(Duration memory, Duration announce, Duration drain) {}

  static Props props(Setup setup) {
    return Props.create(LeaseActor.class, () -> new LeaseActor(setup));
  }

  private LeaseActor(Setup setup) {
    Rules rules = setup.rules();
    this.setup = setup;
    monitor = setup.driver().monitor();
    desk = new CreationDesk(setup.answers());
    keys = setup.keys();
    driver =
        new LeaseDriver(setup.driver(), setup.startTimes(), desk, keys, getContext(), getSelf());
    cluster =
        new ClusterState(
            setup.cluster().name(),
            setup.driver().functions(),
            setup.cluster().self(),
            keys::announceAgain);
    watch = new ClusterWatch(setup.cluster(), getSelf(), getContext().getDispatcher());
    pool =
        new ContainerPool(
            rules.memoryMb(),
            rules.cpu(),
            cluster.policy(rules.policy(), rules.alone()),
            driver,
            monitor,
            cluster.floor(rules.keeping(), this::view));
    activations = new PulledActivations(pool, setup.startTimes());
    occupancy = new PoolOccupancy(driver.proxies());
    drain = new PoolDrain(pool, driver, keys, rules.drainedAtOnce());
    loop =
        new PoolEventLoop(
            pool,
            monitor,
            setup.board(),
            setup.driver().functions(),
            rules.clockMicros(),
            getContext());
  }

  private PoolView view() {
    return pool.view();
  }

  @Override
  public SupervisorStrategy supervisorStrategy() {
    return PoolEventLoop.stopping();
  }

  @Override
  public void preStart() {
    ActorRef self = getSelf();
    setup.startTimes().reportTo(took -> self.tell(took, self));
    loop.start();
    watch.subscribe();
    Intervals intervals = setup.rules().intervals();
    timers.add(loop.every(Duration.ZERO, intervals.memory(), Tick.MEMORY));
    timers.add(loop.every(intervals.announce(), intervals.announce(), Tick.ANNOUNCE));
    timers.add(loop.every(Duration.ZERO, LIST_EVERY, Tick.LIST));
  }

  @Override
  public void postStop() {
    loop.stop();
    timers.forEach(Cancellable::cancel);
    nextBatch.cancel();
  }

  @Override
  public Receive createReceive() {
    return loop.addTo(receiveBuilder())
        .match(CreationLease.class, lease -> event(lease, now -> creation(lease, now)))
        .match(ReadyToWork.class, message -> event(message, this::ready))
        .match(Initialized.class, message -> event(message, now -> begun()))
        .match(Resumed.class, message -> event(message, now -> begun()))
        .match(ResumeFailed.class, message -> event(message, this::resumeFailed))
        .match(
            ContainerCreationFailed.class,
            message -> event(message, now -> creationFailed(message.throwable())))
        .match(ContainerIsPaused.class, message -> event(message, this::paused))
        .match(
            ContainerRemoved.class,
            message -> event(message, now -> removed(message.replacePrewarm(), now)))
        .match(PreparedReplacement.class, message -> event(message, now -> replaced(message, now)))
        .match(Terminated.class, message -> event(message, now -> terminated(message, now)))
        .match(DeletionContainer.class, message -> event(message, now -> deletion(message, now)))
        .match(GracefulShutdown$.class, message -> event(message, this::disable))
        .match(Enable$.class, message -> event(message, this::enable))
        .match(AdjustPrewarmedContainer$.class, message -> event(message, this::backfill))
        .match(
            GetState$.class,
            message -> event(message, now -> getSender().tell(occupancy.state(), getSelf())))
        .match(PulledActivation.class, message -> event(message, now -> pulled(message, now)))
        .match(
            PulledActivations.Ended.class,
            message -> event(message, now -> activations.ended(message, now)))
        .match(
            ContainerStartTimes.Took.class,
            took ->
                event(
                    took, now -> pool.startTook(took.function(), took.start(), took.micros(), now)))
        .match(
            WatchEndpointInserted.class,
            message ->
                event(message, now -> cluster.facts().put(message.key(), message.value(), now)))
        .match(
            WatchEndpointRemoved.class,
            message -> event(message, now -> cluster.facts().delete(message.key(), now)))
        .match(
            ClusterWatch.Listing.class,
            message -> event(message, now -> watch.listed(message, cluster.facts(), now)))
        .matchEquals(Tick.DRAIN, tick -> event(tick, this::nextBatch))
        .matchEquals(Tick.LIST, tick -> event(tick, now -> watch.list(cluster.facts())))
        .matchEquals(Tick.ANNOUNCE, tick -> event(tick, now -> keys.announceAgain()))
        .matchEquals(Tick.MEMORY, tick -> event(tick, now -> everySecond()))
        .build();
  }

  private void event(Object event, PoolEventLoop.PoolEvent handler) {
    loop.event(event, handler);
  }

  private void creation(CreationLease lease, long nowMicros) {
    if (!desk.accept(lease)) {
      return;
    }
    var unused = setup.rules().keeping().of(lease.function().id().namespace());
    boolean refused;
    try {
      refused = pool.offer(lease, nowMicros) == null;
    } catch (Throwable e) {
      failed(lease, "the container pool failed");
      throw e;
    }
    if (refused) {
      refuse(lease);
    }
  }

  private void refuse(CreationLease lease) {
    tellMemory();
    desk.refuse(lease, CreationFault.REFUSED, "the invoker has not enough memory, or is disabled");
  }

  /** Acknowledges a creation that the pool may or may not have given to a container. */
  private void failed(CreationLease lease, String reason) {
    var unused = desk.take(lease);
    desk.refuse(lease, CreationFault.FAILED, reason);
  }

  /** Tries a creation again whose container was lost before it began, but only once. */
  private void tryAgain(LeaseProxy lost, CreationLease lease, String reason, long nowMicros) {
    if (lease.attempts() > 0) {
      desk.refuse(lease, CreationFault.FAILED, reason);
      return;
    }
    CreationLease again = lease.again();
    boolean refused;
    try {
      refused = pool.offerAgain(lost.id, again, nowMicros) == null;
    } catch (Throwable e) {
      failed(again, reason);
      throw e;
    }
    if (refused) {
      refuse(again);
    }
  }

  private void ready(long nowMicros) {
    LeaseProxy proxy = driver.find(getSender());
    if (proxy == null || proxy.removed) {
      return;
    }
    boolean bound = proxy.phase == Phase.IN_PROGRESS;
    if (!bound) {
      proxy.phase = Phase.READY;
    }
    if (!proxy.prepared) {
      pool.stemCellReady(proxy.id, nowMicros);
      return;
    }
    pool.prepared(proxy.id, nowMicros);
    var function = proxy.function;
    var container = proxy.container;
    if (proxy.phase == Phase.READY
        && !proxy.retired
        && driver.proxies().contains(proxy)
        && proxy.initialised
        && function != null
        && container != null) {
      keys.announce(proxy.id, function, container);
    }
  }

  /** The container pulls activations from now on. */
  private void begun() {
    LeaseProxy proxy = driver.find(getSender());
    if (proxy != null && !proxy.removed) {
      proxy.phase = Phase.BUSY;
      proxy.prepared = false;
      var unused = desk.succeeded(proxy.id);
    }
  }

  private void resumeFailed(long nowMicros) {
    LeaseProxy proxy = driver.find(getSender());
    CreationLease lease = proxy == null ? null : desk.take(proxy.id);
    if (proxy != null && lease != null) {
      tryAgain(proxy, lease, "the container could not be resumed", nowMicros);
    }
  }

  private void creationFailed(Throwable cause) {
    LeaseProxy proxy = driver.find(getSender());
    if (proxy == null) {
      return;
    }
    if (cause instanceof BlackboxStartupError image) {
      refuse(proxy, CreationFault.IMAGE, image.msg());
    } else if (cause instanceof WhiskContainerStartupError startup) {
      refuse(proxy, CreationFault.FAILED, startup.msg());
    } else {
      refuse(proxy, CreationFault.FAILED, "the container could not be created");
    }
  }

  private void refuse(LeaseProxy proxy, CreationFault fault, String reason) {
    CreationLease lease = desk.take(proxy.id);
    if (lease != null) {
      desk.refuse(lease, fault, reason);
    }
  }

  private void paused(long nowMicros) {
    LeaseProxy proxy = driver.find(getSender());
    if (proxy != null && !proxy.removed) {
      proxy.phase = Phase.PAUSED;
      pool.completed(proxy.id, nowMicros);
    }
  }

  private void removed(boolean replace, long nowMicros) {
    LeaseProxy proxy = driver.find(getSender());
    if (proxy == null || proxy.removed) {
      return;
    }
    proxy.removed = true;
    CreationLease lease = desk.take(proxy.id);
    if (lease != null) {
      driver.gone(proxy);
      tryAgain(proxy, lease, "the container was lost before it began to work", nowMicros);
    } else if (handBack(proxy, nowMicros)) {
      return;
    }
    driver.gone(proxy);
    pool.removed(proxy.id, replace, nowMicros);
  }

  /** Hands back a container that pulled no activation. */
  private boolean handBack(LeaseProxy proxy, long nowMicros) {
    LeasedContainer container = proxy.container;
    if (proxy.phase != Phase.BUSY || proxy.retired || container == null || !container.keep()) {
      return false;
    }
    driver.gone(proxy);
    driver.handBack(proxy, container);
    pool.unused(proxy.id, nowMicros);
    return true;
  }

  private void pulled(PulledActivation activation, long nowMicros) {
    LeaseProxy proxy = driver.find(getSender());
    if (proxy != null && !proxy.removed) {
      activations.pulled(proxy, activation, nowMicros);
    }
  }

  private void replaced(PreparedReplacement message, long nowMicros) {
    monitor.replaced(message.loss());
    driver.replaced(message.container());
    pool.replaced(message.container(), nowMicros);
  }

  private void terminated(Terminated message, long nowMicros) {
    LeaseProxy proxy = driver.find(message.getActor());
    if (proxy == null) {
      return;
    }
    driver.terminated(proxy);
    if (proxy.removed) {
      return;
    }
    proxy.removed = true;
    driver.destroyOrphan(proxy);
    CreationLease lease = desk.take(proxy.id);
    if (lease != null) {
      tryAgain(proxy, lease, "the container's proxy failed", nowMicros);
    }
    pool.terminated(proxy.id, nowMicros);
  }

  private void deletion(DeletionContainer message, long nowMicros) {
    drain.outdated(message.deletionMessage(), nowMicros);
  }

  private void disable(long nowMicros) {
    nextBatch.cancel();
    if (drain.next(nowMicros)) {
      nextBatch =
          getContext()
              .getSystem()
              .scheduler()
              .scheduleOnce(
                  setup.rules().intervals().drain(),
                  getSelf(),
                  Tick.DRAIN,
                  getContext().getDispatcher(),
                  getSelf());
    }
  }

  /** The tick may be on its way when the invoker is enabled again. */
  private void nextBatch(long nowMicros) {
    if (drain.isGoingOn()) {
      disable(nowMicros);
    }
  }

  private void enable(long nowMicros) {
    nextBatch.cancel();
    drain.end();
    pool.enable(nowMicros);
  }

  private void backfill(long nowMicros) {
    if (!drain.isGoingOn()) {
      pool.enable(nowMicros);
    }
  }

  private void everySecond() {
    tellMemory();
    occupancy.report(monitor, setup.rules().memoryMb());
  }

  /** What is idle counts as free, as with OpenWhisk's pool: it is evicted for a creation. */
  private void tellMemory() {
    long inProgress = occupancy.memoryMb(Phase.IN_PROGRESS);
    long used = pool.view().busyMb();
    setup
        .health()
        .tell(
            new MemoryInfo(
                setup.rules().memoryMb() - used, Math.max(used - inProgress, 0), inProgress),
            getSelf());
  }
}
