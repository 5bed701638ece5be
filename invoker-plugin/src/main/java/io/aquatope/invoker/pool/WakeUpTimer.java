/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import io.aquatope.pool.PoolPolicy;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.actor.Scheduler;
import org.jspecify.annotations.Nullable;
import scala.concurrent.ExecutionContext;

/**
 * Sends an actor a message when a time has come, one time at once. It may come early: whoever gets
 * it looks at the clock, and sets it again. Not thread-safe: it is its actor's own.
 */
final class WakeUpTimer {

  /** Timers have an upper limit; far times are approached in steps of this length. */
  private static final long LONGEST_TIMER_MICROS = Duration.ofDays(1).toNanos() / 1000;

  private final Scheduler scheduler;
  private final ExecutionContext context;
  private final ActorRef actor;
  private final Object message;
  private final LongSupplier clockMicros;

  private @Nullable Cancellable timer;
  private long dueMicros = PoolPolicy.NEVER;

  WakeUpTimer(
      Scheduler scheduler,
      ExecutionContext context,
      ActorRef actor,
      Object message,
      LongSupplier clockMicros) {
    this.scheduler = scheduler;
    this.context = context;
    this.actor = actor;
    this.message = message;
    this.clockMicros = clockMicros;
  }

  /** Goes off at this time and no longer at another; {@link PoolPolicy#NEVER} turns it off. */
  void set(long atMicros) {
    if (atMicros == dueMicros) {
      return;
    }
    turnOff();
    dueMicros = atMicros;
    if (atMicros != PoolPolicy.NEVER) {
      long delayMicros = Math.max(atMicros - clockMicros.getAsLong(), 0);
      timer =
          scheduler.scheduleOnce(
              Duration.ofNanos(Math.min(delayMicros, LONGEST_TIMER_MICROS) * 1000),
              actor,
              message,
              context,
              actor);
    }
  }

  /** Its message has come: it is set to nothing until it is set again. */
  void wentOff() {
    dueMicros = PoolPolicy.NEVER;
  }

  void turnOff() {
    if (timer != null) {
      timer.cancel();
    }
    dueMicros = PoolPolicy.NEVER;
  }
}
