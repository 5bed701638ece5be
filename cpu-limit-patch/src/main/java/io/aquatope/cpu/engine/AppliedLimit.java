/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.engine;

import io.aquatope.cpu.limit.CpuLimit;
import java.util.Optional;

/**
 * The limit that a container had at a time.
 *
 * @param limit the one that the engine confirmed last; empty if there is none
 * @param settled whether the container should have this limit, and it is certainly in force: no
 *     other is wanted, was refused, or was requested without an answer
 * @param changes how many times the limit may have changed before; equal numbers mean that it has
 *     not
 */
public record AppliedLimit(Optional<CpuLimit> limit, boolean settled, long changes) {

  /** The limit of a container that was destroyed, or is unknown. */
  static final AppliedLimit UNKNOWN = new AppliedLimit(Optional.empty(), false, 0);

  /** Whether the limit has been in force all the time since. */
  public boolean heldSince(AppliedLimit start) {
    return settled && equals(start);
  }
}
