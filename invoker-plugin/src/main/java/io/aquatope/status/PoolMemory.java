/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.status;

import io.aquatope.pool.PoolView;

/**
 * Memory of a container pool, by the state of its containers.
 *
 * @param memoryMb memory limit of all containers, in MB
 * @param usedMb memory of the present containers, in MB
 * @param idle those ready for a function, prepared ones included
 * @param preparingMb memory of those being prepared, in MB
 * @param waiting activations that wait for a container, and the memory that they need
 */
public record PoolMemory(
    long memoryMb,
    long usedMb,
    Held busy,
    Held idle,
    Held stemCells,
    long preparingMb,
    Held waiting) {

  /** A number of containers or activations, and their memory in MB. */
  public record Held(int count, long mb) {}

  static PoolMemory of(PoolView pool) {
    return new PoolMemory(
        pool.memoryMb(),
        pool.usedMb(),
        new Held(pool.busyContainers(), pool.busyMb()),
        new Held(pool.idleContainers(), pool.idleMb()),
        new Held(pool.stemCells(), pool.stemCellMb()),
        pool.preparingMb(),
        new Held(pool.buffered(), pool.bufferedMb()));
  }
}
