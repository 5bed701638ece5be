/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/**
 * Stages of a container's preparation for a function, ahead of any call. Later stages are nearer to
 * ready.
 */
public enum PreparationDepth {
  /** A container of a runtime kind and memory, usable by every function with both. */
  STEM_CELL,
  /** Created from the function's image with its limits; the call must run {@code /init}. */
  CREATED,
  /** Created, and {@code /init} has been run: a call only runs. */
  INITIALISED;

  /** This depth, or the given one if that is less deep. */
  public PreparationDepth atMost(PreparationDepth limit) {
    return compareTo(limit) <= 0 ? this : limit;
  }
}
