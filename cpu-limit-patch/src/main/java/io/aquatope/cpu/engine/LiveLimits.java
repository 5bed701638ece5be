/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.engine;

import com.google.common.util.concurrent.RateLimiter;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.aquatope.cpu.limit.ChangePace;
import io.aquatope.cpu.limit.ChangeResult;
import io.aquatope.cpu.limit.CpuEvents;
import io.aquatope.cpu.limit.CpuLimit;
import io.aquatope.thread.DaemonThreads;
import io.aquatope.thread.FailureGuard;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Changes the limits of existing containers without blocking callers.
 *
 * <p>Changes of one container are made in order, one at a time, and only the newest wanted limit is
 * set. The total rate of changes is bounded, except for changes that an activation waits for, which
 * also have threads of their own. Failed changes are retried at growing intervals until they
 * succeed or the container is destroyed, whatever the engine throws. Safe for use by several
 * threads; no method blocks.
 */
public final class LiveLimits implements AutoCloseable {

  private static final int THREADS_EACH = 2;
  private static final int MOST_DOUBLINGS = 20;

  /**
   * Guards the report of an event, which follows the change of state. A failure of the listener
   * does not affect the change. The failure of a log cannot be logged.
   */
  private static final FailureGuard LISTENER = new FailureGuard(failure -> {});

  private final ContainerEngine engine;
  private final ChangePace pace;
  private final CpuEvents events;
  private final RateLimiter rate;
  private final ScheduledThreadPoolExecutor background = threads("aquatope-cpu");
  private final ScheduledThreadPoolExecutor urgent = threads("aquatope-cpu-urgent");

  @GuardedBy("this")
  private final Map<String, LimitChange> containers = new HashMap<>();

  private volatile boolean failing;

  public LiveLimits(ContainerEngine engine, ChangePace pace, CpuEvents events) {
    this.engine = engine;
    this.pace = pace;
    this.events = events;
    this.rate = RateLimiter.create(pace.perSecond());
  }

  private static ScheduledThreadPoolExecutor threads(String name) {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(THREADS_EACH, DaemonThreads.numbered(name));
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    return executor;
  }

  /**
   * Records a new container.
   *
   * @param limit that its creation was to set; containers of some engines do not obey it
   */
  public synchronized void created(String container, Optional<CpuLimit> limit) {
    CpuLimit obeyed = engine.limitsAtCreation() ? limit.orElse(null) : null;
    LimitChange former = containers.put(container, new LimitChange(obeyed));
    if (former != null) {
      former.end(new ChangeResult.Gone());
    }
  }

  /** Records that a container is being destroyed; its changes are abandoned. */
  public synchronized void destroyed(String container) {
    LimitChange change = containers.remove(container);
    if (change != null) {
      change.end(new ChangeResult.Gone());
    }
  }

  /** The last known limit of a container. */
  synchronized Optional<CpuLimit> of(String container) {
    LimitChange change = containers.get(container);
    return change == null ? Optional.empty() : Optional.ofNullable(change.applied);
  }

  /** The limit of a container, and whether it is certain. */
  public synchronized AppliedLimit applied(String container) {
    LimitChange change = containers.get(container);
    return change == null ? AppliedLimit.UNKNOWN : change.applied();
  }

  /** Whether a container has a limit or will get one. */
  public synchronized boolean isLimited(String container) {
    LimitChange change = containers.get(container);
    return change != null && (change.applied != null || change.wanted != null);
  }

  /** Whether the engine's last change failed; an activation should then not wait for one. */
  public boolean isFailing() {
    return failing;
  }

  /** Changes a limit in the background, within the bounded rate. */
  public CompletableFuture<ChangeResult> change(String container, CpuLimit limit) {
    return change(container, limit, background);
  }

  /** Changes a limit at once. */
  public CompletableFuture<ChangeResult> changeNow(String container, CpuLimit limit) {
    return change(container, limit, urgent);
  }

  private synchronized CompletableFuture<ChangeResult> change(
      String container, CpuLimit limit, ScheduledThreadPoolExecutor lane) {
    LimitChange change = containers.get(container);
    if (change == null) {
      return CompletableFuture.completedFuture(new ChangeResult.Gone());
    }
    if (change.holds(limit)) {
      return CompletableFuture.completedFuture(new ChangeResult.Done());
    }
    CompletableFuture<ChangeResult> done = change.done;
    boolean waits = change.lane != null;
    change.want(limit);
    if (!waits || lane == urgent) {
      change.lane = lane;
      if (!change.busy) {
        submit(container, change, lane, 0);
      }
    }
    return done;
  }

  private synchronized void submit(
      String container, LimitChange change, ScheduledThreadPoolExecutor lane, long delayMillis) {
    try {
      var unused =
          lane.schedule(
              () -> carryOut(container, change, lane), delayMillis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      change.end(new ChangeResult.Refused("the invoker is stopping"));
    }
  }

  private void carryOut(String container, LimitChange change, ScheduledThreadPoolExecutor lane) {
    if (lane == background) {
      rate.acquire();
    }
    CpuLimit limit = begin(change, lane);
    if (limit == null) {
      return;
    }
    long start = System.nanoTime();
    ChangeResult answer;
    try {
      answer = engine.setLimit(container, limit);
    } catch (Throwable e) {
      // An engine may throw anything, including linkage Errors of other libraries.
      failing = true;
      retry(container, change);
      LISTENER.attempt(() -> events.changeFailed(container, limit, e));
      return;
    }
    failing = false;
    end(container, change, limit, answer);
    LISTENER.attempt(() -> events.changed(answer, Duration.ofNanos(System.nanoTime() - start)));
  }

  /** The limit to set; null if another thread sets it, or no change is pending. */
  private synchronized @Nullable CpuLimit begin(
      LimitChange change, ScheduledThreadPoolExecutor lane) {
    if (change.busy || change.lane != lane) {
      return null;
    }
    change.busy = true;
    return change.wanted;
  }

  private synchronized void end(
      String container, LimitChange change, CpuLimit limit, ChangeResult answer) {
    change.answered(limit, answer);
    if (answer instanceof ChangeResult.Gone) {
      containers.remove(container, change);
    }
    ScheduledThreadPoolExecutor lane = change.lane;
    if (lane == null || limit.equals(change.wanted) || answer instanceof ChangeResult.Gone) {
      change.end(answer);
    } else {
      submit(container, change, lane, 0);
    }
  }

  private synchronized void retry(String container, LimitChange change) {
    change.unanswered();
    if (containers.get(container) == change) {
      change.lane = background;
      long delay = pace.firstRetry().toMillis() << Math.min(change.retries++, MOST_DOUBLINGS);
      submit(container, change, background, Math.min(delay, pace.longestRetry().toMillis()));
    }
  }

  @Override
  public void close() {
    background.shutdownNow();
    urgent.shutdownNow();
    engine.close();
  }
}
