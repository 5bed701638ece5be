/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import java.util.Optional;

/**
 * The CPU limit that a developer wrote, parsed once for all uses.
 *
 * @param limit empty if the text is no limit
 * @param problem the fault of the text, if it has one
 */
public record CpuAnnotation(Optional<CpuLimit> limit, Optional<String> problem) {

  /** The limit of a text, which may be anything. */
  public static CpuAnnotation of(String text) {
    try {
      return new CpuAnnotation(Optional.of(CpuLimit.parse(text)), Optional.empty());
    } catch (IllegalArgumentException e) {
      return new CpuAnnotation(Optional.empty(), Optional.ofNullable(e.getMessage()));
    }
  }
}
