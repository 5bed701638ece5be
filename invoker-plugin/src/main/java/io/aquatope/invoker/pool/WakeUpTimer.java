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
 * Sends an actor a message at a set time. There is one set time at most. The message may come
 * early: the receiver checks the clock, and sets the timer again. Not thread-safe; belongs to one
 * actor.
 */
final class WakeUpTimer {

  /** Timers have an upper limit. A later time is approached in steps of this length. */
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

  /** Sets the time and replaces the previous one. {@link PoolPolicy#NEVER} turns the timer off. */
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

  /** Records that the message has arrived. The timer is off until it is set again. */
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
