/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/** How ready the container was that an activation was given to. */
public enum StartKind {
  /** Has run the function before, and has free capacity. */
  WARM,
  /** Prepared for the function ahead of this call, {@code /init} included. */
  PREPARED,
  /** Created for the function ahead of this call, to be initialised. */
  CREATED,
  /** Is being initialised for the function by an earlier activation; shared once it is. */
  WARMING,
  /** Is being created for the function by an earlier activation; shared once it is. */
  WARMING_COLD,
  /** A stem cell of the same kind and memory, to be initialised. */
  STEM_CELL,
  /** Is being prepared for the function; nearer to ready than a new container. */
  PREPARING,
  /** A new container in free memory. */
  COLD,
  /** A new container in the memory of evicted ones. */
  RECREATED;

  /** Whether a container has to be created for this start: what users call a cold start. */
  public boolean isCold() {
    return this == COLD || this == RECREATED;
  }
}
