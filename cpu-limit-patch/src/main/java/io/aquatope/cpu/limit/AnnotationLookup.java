/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import com.google.common.base.Throwables;
import com.google.common.cache.Cache;
import io.aquatope.cpu.limit.LimitInForce.Source;
import io.aquatope.text.TenantText;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Adds annotations to the assignments of containers for which OpenWhisk gives only the name and the
 * version of the action. No method blocks.
 */
public final class AnnotationLookup {

  /** Most different texts that are kept parsed; developers write few. */
  private static final int MOST_PARSED = 1_000;

  /** Characters of a failure in the log; the store's answers may have any length. */
  private static final int LONGEST_FAILURE = 300;

  private final Cache<String, CpuAnnotation> parsed;
  private final ActionAnnotations annotations;
  private final CpuLimits limits;
  private final Duration initWait;
  private final CpuEvents events;

  /**
   * @param initWait how long an activation waits for the annotation of its action
   */
  public AnnotationLookup(
      ActionAnnotations annotations, CpuLimits limits, Duration initWait, CpuEvents events) {
    this.annotations = annotations;
    this.limits = limits;
    this.initWait = initWait;
    this.events = events;
    this.parsed = ParsedAnnotations.cache(MOST_PARSED, events);
  }

  /**
   * A workload with its annotation, completed when the annotation arrives; without it if a stronger
   * source decides. Fails if the annotation cannot be read.
   */
  public CompletableFuture<ContainerAssignment> of(ContainerAssignment named, String version) {
    if (named.isStemCell() || limits.of(named).source() == Source.DECISION) {
      return CompletableFuture.completedFuture(named);
    }
    try {
      return annotations
          .of(named.action(), version)
          .thenApply(text -> named.annotated(text.map(this::parse)));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private CpuAnnotation parse(String text) {
    CpuAnnotation known = parsed.getIfPresent(text);
    if (known == null) {
      known = CpuAnnotation.of(text);
      parsed.put(text, known);
    }
    return known;
  }

  /** The outcome of a lookup, or the given workload if the lookup fails or takes too long. */
  public CompletableFuture<ContainerAssignment> inTime(
      CompletableFuture<ContainerAssignment> lookup, ContainerAssignment named) {
    return lookup
        .copy()
        .orTimeout(initWait.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(
            failure -> {
              String cause = Throwables.getRootCause(failure).toString();
              events.annotationUnknown(named.action(), TenantText.plain(cause, LONGEST_FAILURE));
              return named;
            });
  }
}
