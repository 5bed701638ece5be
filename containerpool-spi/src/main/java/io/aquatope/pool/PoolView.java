/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

import java.util.Set;

/** A pool as policies and metrics see it. Live: the values change with the next event. */
public interface PoolView {

  /** Memory that the pool may use, in MB. */
  long memoryMb();

  /** Memory of all containers that have been started and not been removed, in MB. */
  long usedMb();

  /** Number of containers that run, or start for, at least one activation. */
  int busyContainers();

  /** Memory of the busy containers, in MB. */
  long busyMb();

  /** CPU that the busy containers hold, in thousandths of a core; see {@link CpuSlots}. */
  long busyMilliCores();

  /**
   * Number of containers that are ready for a function and run nothing, including prepared ones.
   */
  int idleContainers();

  /** Memory of the idle containers, in MB. */
  long idleMb();

  /** Number of stem cells that are ready or starting. */
  int stemCells();

  /** Memory of the stem cells, in MB. */
  long stemCellMb();

  /** Memory of the containers that are being prepared for a function, in MB. */
  long preparingMb();

  /** Number of activations that wait for a container. */
  int buffered();

  /** Memory that the waiting activations need, in MB. */
  long bufferedMb();

  /** The stem cells of one kind and memory. */
  StemCellCount count(StemCell stemCell);

  /** The functions that have containers. */
  Set<FunctionId> functions();

  /** The containers of one function. */
  FunctionCount count(FunctionId function);
}
