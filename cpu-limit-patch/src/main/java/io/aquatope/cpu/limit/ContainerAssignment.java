/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import java.util.Optional;

/**
 * Assignment of a container: an action, or, for a stem cell, any action of its kind.
 *
 * @param action the fully qualified name without version, for example {@code guest/video/encode};
 *     empty for a stem cell
 * @param revision of the action, or its version if no revision is known; empty for a stem cell
 * @param memoryMb the memory limit of the container, in MB
 * @param annotation the CPU limit of the action's developer
 */
public record ContainerAssignment(
    String action, String revision, long memoryMb, Optional<CpuAnnotation> annotation) {

  /**
   * An action of unknown revision.
   *
   * @param annotation the CPU limit that the action's developer wrote, unchecked
   */
  public ContainerAssignment(String action, long memoryMb, Optional<String> annotation) {
    this(action, "", memoryMb, annotation.map(CpuAnnotation::of));
  }

  public static ContainerAssignment stemCell(long memoryMb) {
    return new ContainerAssignment("", memoryMb, Optional.empty());
  }

  /** The same with an annotation. */
  public ContainerAssignment annotated(Optional<CpuAnnotation> parsed) {
    return new ContainerAssignment(action, revision, memoryMb, parsed);
  }

  boolean isStemCell() {
    return action.isEmpty();
  }

  /** Whether both have the same limits for the same reasons; revisions are ignored. */
  public boolean isLike(ContainerAssignment other) {
    return action.equals(other.action)
        && memoryMb == other.memoryMb
        && annotation.equals(other.annotation);
  }
}
