/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import io.aquatope.pool.FatalErrors;
import io.aquatope.pool.machine.ContainerPool;
import io.aquatope.status.StatusBoard;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.actor.OneForOneStrategy;
import org.apache.pekko.actor.SupervisorStrategy;
import org.apache.pekko.japi.pf.DeciderBuilder;
import org.apache.pekko.japi.pf.ReceiveBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Event loop of an actor that owns a {@link ContainerPool}: it times each event, wakes the pool up,
 * and shows and reports its state.
 *
 * <p>The pool's state is the truth about the containers, so the actor must not restart. An
 * exception or error in an event is reported, and the actor continues, unless {@linkplain
 * FatalErrors nobody could}. A proxy that fails is stopped, and its container counts as removed. If
 * it were restarted, it would have forgotten the container that the pool assigns to it.
 */
public final class PoolEventLoop {

  private static final Duration REPORT_AFTER = Duration.ofSeconds(30);
  private static final Duration REPORT_EVERY = Duration.ofSeconds(10);
  private static final Duration SHOW_EVERY = Duration.ofSeconds(4);

  private enum Tick {
    WAKE_UP,
    REPORT,
    SHOW
  }

  private final ContainerPool pool;
  private final PoolMonitor monitor;
  private final StatusBoard board;
  private final InvokedFunctions functions;
  private final LongSupplier clockMicros;
  private final AbstractActor.ActorContext context;
  private final WakeUpTimer wakeUp;

  private @Nullable Cancellable reports;
  private @Nullable Cancellable shows;

  /**
   * @param clockMicros a time in microseconds that never goes back
   * @param context of the actor that owns the pool
   */
  public PoolEventLoop(
      ContainerPool pool,
      PoolMonitor monitor,
      StatusBoard board,
      InvokedFunctions functions,
      LongSupplier clockMicros,
      AbstractActor.ActorContext context) {
    this.pool = pool;
    this.monitor = monitor;
    this.board = board;
    this.functions = functions;
    this.clockMicros = clockMicros;
    this.context = context;
    this.wakeUp =
        new WakeUpTimer(
            context.getSystem().scheduler(),
            context.getDispatcher(),
            context.getSelf(),
            Tick.WAKE_UP,
            clockMicros);
  }

  /** The strategy for the actor's children: whatever fails is stopped. */
  public static SupervisorStrategy stopping() {
    return new OneForOneStrategy(
        DeciderBuilder.matchAny(failure -> SupervisorStrategy.stop()).build());
  }

  /** Starts the pool and the timers. */
  public void start() {
    event("start", pool::start);
    reports = every(REPORT_AFTER, REPORT_EVERY, Tick.REPORT);
    shows = every(Duration.ZERO, SHOW_EVERY, Tick.SHOW);
  }

  /** Sends the actor a message at an interval. */
  public Cancellable every(Duration after, Duration interval, Object message) {
    return context
        .getSystem()
        .scheduler()
        .scheduleAtFixedRate(
            after,
            interval,
            context.getSelf(),
            message,
            context.getDispatcher(),
            context.getSelf());
  }

  public void stop() {
    cancel(reports);
    cancel(shows);
    wakeUp.turnOff();
  }

  /** Adds the messages of the timers to those that the actor takes. */
  public ReceiveBuilder addTo(ReceiveBuilder messages) {
    return messages
        .matchEquals(Tick.WAKE_UP, tick -> event(tick, this::wakeUp))
        .matchEquals(Tick.REPORT, tick -> event(tick, now -> monitor.report(pool.view())))
        .matchEquals(Tick.SHOW, tick -> event(tick, now -> show()));
  }

  private void show() {
    board.publish(pool.view(), id -> functions.find(id).map(InvokedFunction::spec));
  }

  private void wakeUp(long nowMicros) {
    wakeUp.wentOff();
    if (pool.nextWakeUpMicros() <= nowMicros) {
      pool.wakeUp(nowMicros);
    }
  }

  /** Handles an event of the pool. */
  public void event(Object event, PoolEvent handler) {
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
  public interface PoolEvent {
    void at(long nowMicros);
  }
}
