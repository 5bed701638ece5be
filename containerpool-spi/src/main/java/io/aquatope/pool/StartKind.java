/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/** Readiness of the container that an activation was given to. */
public enum StartKind {
  /** Has run the function before, and has free capacity. */
  WARM,
  /** Prepared for the function ahead of this call, {@code /init} included. */
  PREPARED,
  /** Created for the function ahead of this call; must be initialised. */
  CREATED,
  /** An earlier activation of the function is initialising it; shared afterwards. */
  WARMING,
  /** Is being created for an earlier activation of the function; shared after initialisation. */
  WARMING_COLD,
  /** A stem cell of the same kind and memory; must be initialised. */
  STEM_CELL,
  /** Is being prepared for the function; nearer to ready than a new container. */
  PREPARING,
  /** A new container in free memory. */
  COLD,
  /** A new container in the memory of evicted ones. */
  RECREATED;

  /** Whether this start creates a container: what users call a cold start. */
  public boolean isCold() {
    return this == COLD || this == RECREATED;
  }
}
