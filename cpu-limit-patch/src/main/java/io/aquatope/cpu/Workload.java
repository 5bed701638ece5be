/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import java.util.Optional;

/**
 * What a container is for: an action, or, as long as it is a stem cell, any action of its kind.
 *
 * @param action the fully qualified name without version, for example {@code guest/video/encode};
 *     empty for a stem cell
 * @param memoryMb the memory limit of the container, in MB
 * @param annotation what the action's developer wrote as its CPU limit, unchecked
 */
record Workload(String action, long memoryMb, Optional<String> annotation) {

  static Workload stemCell(long memoryMb) {
    return new Workload("", memoryMb, Optional.empty());
  }

  /** The same with an annotation. */
  Workload annotated(Optional<String> text) {
    return new Workload(action, memoryMb, text);
  }

  boolean isStemCell() {
    return action.isEmpty();
  }
}
