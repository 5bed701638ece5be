/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import io.aquatope.pool.CpuSlots;
import io.aquatope.pool.FatalErrors;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.machine.ContainerPool;
import io.aquatope.status.StatusBoard;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.openwhisk.core.containerpool.ContainerRemoved;
import org.apache.openwhisk.core.containerpool.NeedWork;
import org.apache.openwhisk.core.containerpool.PreWarmedData;
import org.apache.openwhisk.core.containerpool.RescheduleJob$;
import org.apache.openwhisk.core.containerpool.Run;
import org.apache.openwhisk.core.containerpool.WarmedData;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.actor.OneForOneStrategy;
import org.apache.pekko.actor.Props;
import org.apache.pekko.actor.SupervisorStrategy;
import org.apache.pekko.actor.Terminated;
import org.apache.pekko.japi.pf.DeciderBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Runs a {@link ContainerPool} in an invoker: turns messages into the pool's events and the pool's
 * orders into messages to container proxies.
 *
 * <p>The pool's state is the truth about the containers, so this actor must not restart. An
 * exception or error in an event is reported, and the actor continues, unless {@linkplain
 * FatalErrors nobody could}. A proxy that fails is stopped, and its container counts as removed. If
 * it were restarted, it would have forgotten the container that the pool assigns to it.
 */
final class PoolActor extends AbstractActor {

  private static final Duration REPORT_AFTER = Duration.ofSeconds(30);
  private static final Duration REPORT_EVERY = Duration.ofSeconds(10);
  private static final Duration SHOW_EVERY = Duration.ofSeconds(4);

  private enum Tick {
    WAKE_UP,
    REPORT,
    SHOW
  }

  private final InvokedFunctions functions;
  private final ContainerStartTimes startTimes;
  private final PoolMonitor monitor;
  private final StatusBoard board;
  private final LongSupplier clockMicros;
  private final ProxyDriver driver;
  private final ContainerPool pool;
  private final WakeUpTimer wakeUp;

  private @Nullable Cancellable reports;
  private @Nullable Cancellable shows;

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
    board = setup.board();
    clockMicros = setup.clockMicros();
    driver = new ProxyDriver(setup.proxies(), getContext(), getSelf());
    pool = new ContainerPool(setup.memoryMb(), setup.cpu(), setup.policy(), driver, monitor);
    wakeUp =
        new WakeUpTimer(
            getContext().getSystem().scheduler(),
            getContext().getDispatcher(),
            getSelf(),
            Tick.WAKE_UP,
            clockMicros);
  }

  @Override
  public SupervisorStrategy supervisorStrategy() {
    return new OneForOneStrategy(
        DeciderBuilder.matchAny(failure -> SupervisorStrategy.stop()).build());
  }

  @Override
  public void preStart() {
    startTimes.reportTo(took -> getSelf().tell(took, getSelf()));
    event("start", pool::start);
    reports = every(REPORT_AFTER, REPORT_EVERY, Tick.REPORT);
    shows = every(Duration.ZERO, SHOW_EVERY, Tick.SHOW);
  }

  private Cancellable every(Duration after, Duration interval, Tick tick) {
    return getContext()
        .getSystem()
        .scheduler()
        .scheduleAtFixedRate(
            after, interval, getSelf(), tick, getContext().getDispatcher(), getSelf());
  }

  @Override
  public void postStop() {
    cancel(reports);
    cancel(shows);
    wakeUp.turnOff();
  }

  @Override
  public Receive createReceive() {
    return receiveBuilder()
        .match(RunActivation.class, call -> event(call, now -> pool.submit(call, now)))
        .match(Run.class, run -> event(run, now -> run(run, now)))
        .match(NeedWork.class, message -> event(message, now -> needWork(message, now)))
        .match(ContainerRemoved.class, message -> event(message, now -> removed(message, now)))
        .match(RescheduleJob$.class, message -> event(message, this::rescheduling))
        .match(PreparedReplacement.class, message -> event(message, now -> replaced(message, now)))
        .match(ContainerStartTimes.Took.class, took -> event(took, now -> startTook(took, now)))
        .match(Terminated.class, message -> event(message, now -> terminated(message, now)))
        .matchEquals(Tick.WAKE_UP, tick -> event(tick, this::wakeUp))
        .matchEquals(Tick.REPORT, tick -> event(tick, now -> monitor.report(pool.view())))
        .matchEquals(Tick.SHOW, tick -> event(tick, now -> show()))
        .build();
  }

  private void show() {
    board.publish(pool.view(), id -> functions.find(id).map(InvokedFunction::spec));
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

  private void wakeUp(long nowMicros) {
    wakeUp.wentOff();
    if (pool.nextWakeUpMicros() <= nowMicros) {
      pool.wakeUp(nowMicros);
    }
  }

  private void event(Object event, PoolEvent handler) {
    try {
      long nowMicros = clockMicros.getAsLong();
      monitor.passed(pool.view(), nowMicros);
      handler.at(nowMicros);
    } catch (Throwable e) {
      FatalErrors.rethrow(e);
      monitor.failed(event, e);
    }
    wakeUp.set(pool.nextWakeUpMicros());
  }

  private static void cancel(@Nullable Cancellable timer) {
    if (timer != null) {
      timer.cancel();
    }
  }

  /** An event of the pool at a given time. */
  @FunctionalInterface
  private interface PoolEvent {
    void at(long nowMicros);
  }
}
