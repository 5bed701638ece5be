/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import com.google.common.base.Throwables;
import io.aquatope.cpu.LimitInForce.Source;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Completes what a container is for, where OpenWhisk tells no more of its action than the name and
 * the version. No method blocks.
 */
final class AnnotationLookup {

  private final ActionAnnotations annotations;
  private final CpuLimits limits;
  private final Duration initWait;
  private final CpuEvents events;

  /**
   * @param initWait how long an activation waits for the annotation of its action
   */
  AnnotationLookup(
      ActionAnnotations annotations, CpuLimits limits, Duration initWait, CpuEvents events) {
    this.annotations = annotations;
    this.limits = limits;
    this.initWait = initWait;
    this.events = events;
  }

  /**
   * A workload with its annotation, whenever it comes; without, where a stronger source decides.
   * Fails if the annotation is not to be had.
   */
  CompletableFuture<Workload> of(Workload named, String version) {
    return named.isStemCell() || limits.of(named).source() == Source.DECISION
        ? CompletableFuture.completedFuture(named)
        : annotations.of(named.action(), version).thenApply(named::annotated);
  }

  /** The outcome of a lookup, or, if that fails or takes too long, the workload as it was. */
  CompletableFuture<Workload> inTime(CompletableFuture<Workload> lookup, Workload named) {
    return lookup
        .copy()
        .orTimeout(initWait.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(
            failure -> {
              events.annotationUnknown(named.action(), Throwables.getRootCause(failure).toString());
              return named;
            });
  }
}
