/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import java.util.Optional;

/**
 * The limit that applies to a container, and its source.
 *
 * @param limit empty if the container may use all CPUs of its machine
 * @param problem the fault of the action's annotation, if it has one
 */
public record LimitInForce(Optional<CpuLimit> limit, Source source, Optional<String> problem) {

  /** Sources of a limit, strongest first. */
  public enum Source {
    DECISION,
    ANNOTATION,
    CONFIGURATION,
    DEFAULT
  }
}
