/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.thread;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A thread that repeats tasks, each after an interval. A {@link FailureGuard} reports the failures
 * of a task, and the task is repeated after them.
 */
public final class PeriodicTask implements AutoCloseable {

  private final ScheduledExecutorService clock;

  private PeriodicTask(String name) {
    clock = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named(name));
  }

  /**
   * Starts the thread.
   *
   * @param name of the thread
   * @param failures receives each failure of the task
   */
  public static PeriodicTask start(
      String name, Duration interval, Runnable task, Consumer<Throwable> failures) {
    PeriodicTask periodic = new PeriodicTask(name);
    periodic.add(interval, task, failures);
    return periodic;
  }

  /** Repeats another task on the same thread. */
  public void add(Duration interval, Runnable task, Consumer<Throwable> failures) {
    var unused =
        clock.scheduleWithFixedDelay(
            new FailureGuard(failures).guarded(task),
            interval.toNanos(),
            interval.toNanos(),
            TimeUnit.NANOSECONDS);
  }

  /** Ends the thread after the present run. */
  @Override
  public void close() {
    clock.shutdown();
  }
}
