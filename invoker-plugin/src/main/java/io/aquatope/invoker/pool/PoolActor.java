/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import io.aquatope.pool.CpuSlots;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.machine.ContainerPool;
import io.aquatope.status.StatusBoard;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.openwhisk.core.containerpool.ContainerRemoved;
import org.apache.openwhisk.core.containerpool.NeedWork;
import org.apache.openwhisk.core.containerpool.PreWarmedData;
import org.apache.openwhisk.core.containerpool.RescheduleJob$;
import org.apache.openwhisk.core.containerpool.Run;
import org.apache.openwhisk.core.containerpool.WarmedData;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.Props;
import org.apache.pekko.actor.SupervisorStrategy;
import org.apache.pekko.actor.Terminated;

/**
 * Runs a {@link ContainerPool} in an invoker: turns messages into the pool's events and the pool's
 * orders into messages to container proxies.
 */
final class PoolActor extends AbstractActor {

  private final InvokedFunctions functions;
  private final ContainerStartTimes startTimes;
  private final PoolMonitor monitor;
  private final ProxyDriver driver;
  private final ContainerPool pool;
  private final PoolEventLoop loop;

  /**
   * Parts of a pool actor.
   *
   * @param proxies parts of the driver of container proxies
   * @param memoryMb memory limit of all containers together, in MB
   * @param cpu CPU limit of all busy containers together
   * @param clockMicros a time in microseconds that never goes back
   */
  record Setup(
      ProxyDriver.Setup proxies,
      long memoryMb,
      CpuSlots cpu,
      PoolPolicy policy,
      StatusBoard board,
      LongSupplier clockMicros) {}

  static Props props(Setup setup) {
    return Props.create(PoolActor.class, () -> new PoolActor(setup));
  }

  private PoolActor(Setup setup) {
    functions = setup.proxies().functions();
    startTimes = setup.proxies().startTimes();
    monitor = setup.proxies().monitor();
    driver = new ProxyDriver(setup.proxies(), getContext(), getSelf());
    pool = new ContainerPool(setup.memoryMb(), setup.cpu(), setup.policy(), driver, monitor);
    loop =
        new PoolEventLoop(
            pool, monitor, setup.board(), functions, setup.clockMicros(), getContext());
  }

  @Override
  public SupervisorStrategy supervisorStrategy() {
    return PoolEventLoop.stopping();
  }

  @Override
  public void preStart() {
    startTimes.reportTo(took -> getSelf().tell(took, getSelf()));
    loop.start();
  }

  @Override
  public void postStop() {
    loop.stop();
  }

  @Override
  public Receive createReceive() {
    return loop.addTo(receiveBuilder())
        .match(RunActivation.class, call -> event(call, now -> pool.submit(call, now)))
        .match(Run.class, run -> event(run, now -> run(run, now)))
        .match(NeedWork.class, message -> event(message, now -> needWork(message, now)))
        .match(ContainerRemoved.class, message -> event(message, now -> removed(message, now)))
        .match(RescheduleJob$.class, message -> event(message, this::rescheduling))
        .match(PreparedReplacement.class, message -> event(message, now -> replaced(message, now)))
        .match(ContainerStartTimes.Took.class, took -> event(took, now -> startTook(took, now)))
        .match(Terminated.class, message -> event(message, now -> terminated(message, now)))
        .build();
  }

  private void run(Run run, long nowMicros) {
    ProxyState proxy = driver.find(getSender());
    if (proxy == null) {
      pool.submit(functions.activation(run), nowMicros);
    } else {
      handBack(proxy, run, nowMicros);
    }
  }

  /**
   * Hands an activation back to the pool. The activations of a proxy belong to the proxy's
   * function.
   */
  private void handBack(ProxyState proxy, Run run, long nowMicros) {
    InvokedFunction function = proxy.function;
    proxy.ended();
    pool.handBack(
        proxy.id,
        function == null ? functions.activation(run) : new RunActivation(run, function),
        nowMicros);
  }

  private void needWork(NeedWork message, long nowMicros) {
    ProxyState proxy = driver.find(getSender());
    if (proxy == null) {
      return;
    }
    if (message.data() instanceof PreWarmedData ahead) {
      proxy.container = ahead.container();
      if (proxy.isPreparing()) {
        driver.prepared(proxy);
        pool.prepared(proxy.id, nowMicros);
      } else {
        pool.stemCellReady(proxy.id, nowMicros);
      }
    } else if (message.data() instanceof WarmedData warm) {
      proxy.container = warm.container();
      proxy.ended();
      pool.completed(proxy.id, nowMicros);
    }
  }

  private void removed(ContainerRemoved message, long nowMicros) {
    ProxyState proxy = driver.find(getSender());
    if (proxy == null) {
      return;
    }
    handBackJoined(proxy, nowMicros);
    pool.removed(proxy.id, message.replacePrewarm(), nowMicros);
    if (proxy.container == null) {
      // A proxy whose container was never created stays, to return runs that it may still receive.
      // No more runs are sent, and this message lets the proxy end.
      proxy.actor.tell(new ContainerRemoved(false), getSelf());
    }
  }

  /** Hands back the activations that waited for a preparation. Its failure is not their fault. */
  private void handBackJoined(ProxyState proxy, long nowMicros) {
    List<Run> joined = proxy.endPreparation();
    if (!joined.isEmpty()) {
      pool.rescheduling(proxy.id, nowMicros);
    }
    for (Run run : joined) {
      handBack(proxy, run, nowMicros);
    }
  }

  private void replaced(PreparedReplacement message, long nowMicros) {
    monitor.replaced(message.loss());
    driver.replaced(message.container());
    pool.replaced(message.container(), nowMicros);
  }

  private void startTook(ContainerStartTimes.Took took, long nowMicros) {
    pool.startTook(took.function(), took.start(), took.micros(), nowMicros);
  }

  private void rescheduling(long nowMicros) {
    ProxyState proxy = driver.find(getSender());
    if (proxy != null) {
      pool.rescheduling(proxy.id, nowMicros);
    }
  }

  private void terminated(Terminated message, long nowMicros) {
    ProxyState proxy = driver.find(message.getActor());
    if (proxy != null) {
      driver.forget(proxy);
      handBackJoined(proxy, nowMicros);
      pool.terminated(proxy.id, nowMicros);
    }
  }

  private void event(Object event, PoolEventLoop.PoolEvent handler) {
    loop.event(event, handler);
  }
}
