/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import java.util.Optional;

/**
 * What a container is for: an action, or, as long as it is a stem cell, any action of its kind.
 *
 * @param action the fully qualified name without version, for example {@code guest/video/encode};
 *     empty for a stem cell
 * @param revision of the action, or its version where no more is known; empty for a stem cell
 * @param memoryMb the memory limit of the container, in MB
 * @param annotation the CPU limit of the action's developer
 */
record Workload(String action, String revision, long memoryMb, Optional<CpuAnnotation> annotation) {

  /**
   * An action of unknown revision.
   *
   * @param annotation what the action's developer wrote as its CPU limit, unchecked
   */
  Workload(String action, long memoryMb, Optional<String> annotation) {
    this(action, "", memoryMb, annotation.map(CpuAnnotation::of));
  }

  static Workload stemCell(long memoryMb) {
    return new Workload("", memoryMb, Optional.empty());
  }

  /** The same with an annotation. */
  Workload annotated(Optional<CpuAnnotation> parsed) {
    return new Workload(action, revision, memoryMb, parsed);
  }

  boolean isStemCell() {
    return action.isEmpty();
  }

  /** Whether both have the same limits for the same reasons, whatever their revisions. */
  boolean isLike(Workload other) {
    return action.equals(other.action)
        && memoryMb == other.memoryMb
        && annotation.equals(other.annotation);
  }
}
