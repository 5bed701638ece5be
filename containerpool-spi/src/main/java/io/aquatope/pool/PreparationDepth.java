/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/** How far a container is on its way to a function, ahead of any call. Later is nearer to ready. */
public enum PreparationDepth {
  /** A container of the function's runtime kind and memory, that any function of them can have. */
  STEM_CELL,
  /** Created from the function's image with its limits; {@code /init} has to be run by the call. */
  CREATED,
  /** Created, and {@code /init} has been run: a call only runs. */
  INITIALISED;

  /** This depth, or the given one if that is less deep. */
  public PreparationDepth atMost(PreparationDepth limit) {
    return compareTo(limit) <= 0 ? this : limit;
  }
}
