/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import io.aquatope.cpu.engine.AppliedLimit;
import io.aquatope.cpu.engine.LiveLimits;
import io.aquatope.cpu.limit.ChangeResult;
import io.aquatope.cpu.limit.ContainerAssignment;
import io.aquatope.cpu.limit.CpuEvents;
import io.aquatope.cpu.limit.CpuLimit;
import io.aquatope.cpu.limit.CpuLimits;
import io.aquatope.cpu.limit.LimitInForce;
import io.aquatope.cpu.limit.ReportedAnnotations;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * All containers of an invoker, their assignments, and the limits that follow from them. Safe for
 * use by several threads; no method blocks.
 */
final class LimitedContainers implements AutoCloseable {

  private final CpuLimits limits;
  private final LiveLimits live;
  private final Duration initWait;
  private final CpuEvents events;
  private final Map<String, ContainerAssignment> workloads = new ConcurrentHashMap<>();
  private final ReportedAnnotations reported = new ReportedAnnotations();

  /**
   * @param initWait how long an activation waits for the limit of its container
   */
  LimitedContainers(CpuLimits limits, LiveLimits live, Duration initWait, CpuEvents events) {
    this.limits = limits;
    this.live = live;
    this.initWait = initWait;
    this.events = events;
  }

  /** The limit that a workload should have. */
  LimitInForce limitOf(ContainerAssignment workload) {
    return limits.of(workload);
  }

  /** Counts each use of an action with a bad annotation, and reports its fault once. */
  void report(ContainerAssignment workload, LimitInForce inForce) {
    inForce
        .problem()
        .ifPresent(
            problem -> {
              events.badAnnotationUsed();
              if (reported.isNew(workload, problem)) {
                events.badAnnotation(workload.action(), problem, inForce);
              }
            });
  }

  /** The last known limit of a container, and whether it is certain. */
  AppliedLimit limitOf(String container) {
    return live.applied(container);
  }

  /**
   * Records a new container.
   *
   * @param limit that its creation was to set
   */
  void created(String container, ContainerAssignment workload, Optional<CpuLimit> limit) {
    live.created(container, limit);
    workloads.put(container, workload);
    refresh(container, workload);
  }

  /**
   * Assigns a container to a workload, and gives it the workload's limit.
   *
   * @param waited how long an activation has waited already
   * @return completes when the container has the limit, or when an activation should wait no more
   */
  CompletableFuture<?> assign(
      String container, ContainerAssignment workload, LimitInForce inForce, Duration waited) {
    workloads.replace(container, workload);
    Optional<CpuLimit> target = target(container, inForce.limit());
    if (target.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    boolean pointless = live.isFailing();
    CompletableFuture<ChangeResult> change = live.changeNow(container, target.get()).copy();
    if (pointless && !change.isDone()) {
      events.wentOnWithoutLimit(container, target.get());
      return CompletableFuture.completedFuture(null);
    }
    return change
        .orTimeout(initWait.minus(waited).toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(
            late -> {
              events.wentOnWithoutLimit(container, target.get());
              return new ChangeResult.Refused("too late");
            });
  }

  /** Completes the assignment of a container, whose limit follows it. */
  void learnt(String container, ContainerAssignment workload) {
    if (workloads.replace(container, workload) != null) {
      report(workload, limits.of(workload));
      refresh(container, workload);
    }
  }

  void destroyed(String container) {
    workloads.remove(container);
    live.destroyed(container);
  }

  /** Applies changed sources of limits to the existing containers. */
  void refresh() {
    workloads.forEach(this::refresh);
  }

  /** Applies the changed limit of an action to its containers; no others are checked. */
  void refresh(String action) {
    workloads.forEach(
        (container, workload) -> {
          if (workload.action().equals(action)) {
            refresh(container, workload);
          }
        });
  }

  private void refresh(String container, ContainerAssignment workload) {
    target(container, limits.of(workload).limit())
        .ifPresent(
            limit -> {
              var unused = live.change(container, limit);
            });
  }

  /** The limit to set in an existing container: all CPUs if its limit must be lifted. */
  private Optional<CpuLimit> target(String container, Optional<CpuLimit> limit) {
    return limit.isEmpty() && live.isLimited(container) ? limits.machine() : limit;
  }

  @Override
  public void close() {
    live.close();
  }
}
