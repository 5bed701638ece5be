/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import com.google.common.util.concurrent.RateLimiter;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import io.aquatope.cpu.ContainerEngine.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Brings existing containers to the limits that they should have, without holding anyone up.
 *
 * <p>Changes of one container happen in order, one at a time, and only the newest that is wanted is
 * carried out. Changes together keep below a rate, except those that an activation waits for, which
 * also have threads of their own. What fails is tried again, ever more slowly, until it succeeds or
 * the container has gone. Safe for use by several threads; no method blocks.
 */
final class LiveLimits implements AutoCloseable {

  /**
   * @param perSecond how many background changes a second at most
   * @param firstRetry how long after a failed change it is tried again; doubled each time
   * @param longestRetry up to this
   */
  record Pace(double perSecond, Duration firstRetry, Duration longestRetry) {}

  private static final int THREADS_EACH = 2;

  private final ContainerEngine engine;
  private final Pace pace;
  private final CpuEvents events;
  private final RateLimiter rate;
  private final ScheduledThreadPoolExecutor background = threads("aquatope-cpu-%d");
  private final ScheduledThreadPoolExecutor urgent = threads("aquatope-cpu-urgent-%d");
  private final Map<String, Change> containers = new HashMap<>();
  private volatile boolean failing;

  LiveLimits(ContainerEngine engine, Pace pace, CpuEvents events) {
    this.engine = engine;
    this.pace = pace;
    this.events = events;
    this.rate = RateLimiter.create(pace.perSecond());
  }

  private static ScheduledThreadPoolExecutor threads(String name) {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            THREADS_EACH, new ThreadFactoryBuilder().setNameFormat(name).setDaemon(true).build());
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    return executor;
  }

  /** Takes note of a new container and of the limit that it was created with, if any. */
  synchronized void created(String container, Optional<CpuLimit> limit) {
    containers.put(container, new Change(limit.orElse(null)));
  }

  /** Takes note that a container is being destroyed; nothing more is tried with it. */
  synchronized void destroyed(String container) {
    Change change = containers.remove(container);
    if (change != null) {
      change.end(new Answer.Gone());
    }
  }

  /** The limit that a container is known to have. */
  synchronized Optional<CpuLimit> of(String container) {
    Change change = containers.get(container);
    return change == null ? Optional.empty() : Optional.ofNullable(change.applied);
  }

  /** Whether a container has or is about to get a limit. */
  synchronized boolean isLimited(String container) {
    Change change = containers.get(container);
    return change != null && (change.applied != null || change.wanted != null);
  }

  /** Whether the engine did not do what it was asked last; waiting for it makes no sense then. */
  boolean isFailing() {
    return failing;
  }

  /** Changes a limit when its turn comes. */
  CompletableFuture<Answer> change(String container, CpuLimit limit) {
    return change(container, limit, background);
  }

  /** Changes a limit at once. */
  CompletableFuture<Answer> changeNow(String container, CpuLimit limit) {
    return change(container, limit, urgent);
  }

  private synchronized CompletableFuture<Answer> change(
      String container, CpuLimit limit, ScheduledThreadPoolExecutor lane) {
    Change change = containers.get(container);
    if (change == null) {
      return CompletableFuture.completedFuture(new Answer.Gone());
    }
    if (change.wanted == null && limit.equals(change.applied)) {
      return CompletableFuture.completedFuture(new Answer.Done());
    }
    boolean waits = change.lane != null;
    change.wanted = limit;
    if (!waits || lane == urgent) {
      change.lane = lane;
      if (!change.busy) {
        lane.execute(() -> carryOut(container, change, lane));
      }
    }
    return change.done;
  }

  private void carryOut(String container, Change change, ScheduledThreadPoolExecutor lane) {
    if (lane == background) {
      rate.acquire();
    }
    CpuLimit limit = begin(change, lane);
    if (limit == null) {
      return;
    }
    long start = System.nanoTime();
    try {
      Answer answer = engine.setLimit(container, limit);
      failing = false;
      events.changed(answer, Duration.ofNanos(System.nanoTime() - start));
      end(container, change, limit, answer);
    } catch (IOException e) {
      failing = true;
      events.changeFailed(container, limit, e);
      retry(container, change);
    }
  }

  /** The limit to set; null if another thread does it, or nothing is left to do. */
  private synchronized @Nullable CpuLimit begin(Change change, ScheduledThreadPoolExecutor lane) {
    if (change.busy || change.lane != lane) {
      return null;
    }
    change.busy = true;
    return change.wanted;
  }

  private synchronized void end(String container, Change change, CpuLimit limit, Answer answer) {
    change.busy = false;
    change.retries = 0;
    if (answer instanceof Answer.Done) {
      change.applied = limit;
    }
    if (answer instanceof Answer.Gone) {
      containers.remove(container);
    }
    ScheduledThreadPoolExecutor lane = change.lane;
    if (lane == null || limit.equals(change.wanted) || answer instanceof Answer.Gone) {
      change.end(answer);
    } else {
      lane.execute(() -> carryOut(container, change, lane));
    }
  }

  private synchronized void retry(String container, Change change) {
    change.busy = false;
    if (containers.get(container) == change) {
      change.lane = background;
      long delay = pace.firstRetry().toMillis() << Math.min(change.retries++, 20);
      var unused =
          background.schedule(
              () -> carryOut(container, change, background),
              Math.min(delay, pace.longestRetry().toMillis()),
              TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    background.shutdownNow();
    urgent.shutdownNow();
    engine.close();
  }

  /** What is known of a container's limit; guarded by the enclosing object. */
  private static final class Change {
    @Nullable CpuLimit applied;
    @Nullable CpuLimit wanted;
    @Nullable ScheduledThreadPoolExecutor lane;
    boolean busy;
    int retries;
    CompletableFuture<Answer> done = new CompletableFuture<>();

    Change(@Nullable CpuLimit applied) {
      this.applied = applied;
    }

    void end(Answer answer) {
      wanted = null;
      lane = null;
      done.complete(answer);
      done = new CompletableFuture<>();
    }
  }
}
