/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import com.typesafe.config.Config;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.ThreadFactory;
import org.apache.pekko.actor.AbstractScheduler;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.event.LoggingAdapter;
import org.jspecify.annotations.Nullable;
import scala.concurrent.ExecutionContext;
import scala.concurrent.duration.FiniteDuration;

/** Timers of an actor system in virtual time: they go off on the thread that lets time pass. */
public final class SimulatedScheduler extends AbstractScheduler {

  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(
          Comparator.<Timer>comparingLong(timer -> timer.atMillis)
              .thenComparingLong(timer -> timer.number));
  private long nowMillis;
  private long numbers;

  /** As Pekko wants it. */
  public SimulatedScheduler(Config config, LoggingAdapter log, ThreadFactory threads) {}

  private static final class Timer implements Cancellable {
    long atMillis;
    final long number;
    final long everyMillis;
    final Runnable what;
    private volatile boolean cancelled;

    Timer(long atMillis, long number, long everyMillis, Runnable what) {
      this.atMillis = atMillis;
      this.number = number;
      this.everyMillis = everyMillis;
      this.what = what;
    }

    @Override
    public boolean cancel() {
      boolean first = !cancelled;
      cancelled = true;
      return first;
    }

    @Override
    public boolean isCancelled() {
      return cancelled;
    }
  }

  synchronized long nowMillis() {
    return nowMillis;
  }

  /** Lets time pass until then; what is due happens in order. */
  void advanceTo(long millis) {
    for (Timer next = due(millis); next != null; next = due(millis)) {
      if (!next.cancelled) {
        next.what.run();
        again(next);
      }
    }
  }

  private synchronized @Nullable Timer due(long millis) {
    Timer next = timers.peek();
    boolean isDue = next != null && next.atMillis <= millis;
    nowMillis = isDue ? Math.max(nowMillis, next.atMillis) : millis;
    return isDue ? timers.poll() : null;
  }

  private synchronized void again(Timer timer) {
    if (timer.everyMillis > 0) {
      timer.atMillis += timer.everyMillis;
      timers.add(timer);
    }
  }

  /** Has something done after a time. */
  synchronized Cancellable after(long millis, long everyMillis, Runnable what) {
    Timer timer = new Timer(nowMillis + millis, numbers++, everyMillis, what);
    timers.add(timer);
    return timer;
  }

  @Override
  @SuppressWarnings("deprecation") // to call it is; a scheduler has to implement it
  public Cancellable schedule(
      FiniteDuration delay, FiniteDuration interval, Runnable what, ExecutionContext context) {
    return after(ceil(delay), ceil(interval), what);
  }

  @Override
  public Cancellable scheduleOnce(FiniteDuration delay, Runnable what, ExecutionContext context) {
    return after(ceil(delay), 0, what);
  }

  private static long ceil(FiniteDuration duration) {
    return -Math.floorDiv(-duration.toNanos(), 1_000_000L);
  }

  @Override
  public double maxFrequency() {
    return 1_000;
  }
}
