/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import java.util.Optional;

/**
 * The limit that holds for a container, and why.
 *
 * @param limit empty if the container may use all CPUs of its machine
 * @param problem what is wrong with the action's annotation, if something is
 */
public record LimitInForce(Optional<CpuLimit> limit, Source source, Optional<String> problem) {

  /** Where a limit comes from, strongest first. */
  public enum Source {
    DECISION,
    ANNOTATION,
    CONFIGURATION,
    DEFAULT
  }
}
