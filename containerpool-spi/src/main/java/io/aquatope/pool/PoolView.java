/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

import java.util.Set;

/** What policies and metrics may see of a pool. Live: the values change with the next event. */
public interface PoolView {

  /** Memory that the pool may use, in MB. */
  long memoryMb();

  /** Memory of all containers that have been started and not been removed, in MB. */
  long usedMb();

  /** How many containers run, or start for, at least one activation. */
  int busyContainers();

  /** Memory of the busy containers, in MB. */
  long busyMb();

  /** CPU that the busy containers hold, in thousandths of a core; see {@link CpuSlots}. */
  long busyMilliCores();

  /** How many containers are ready for a function and run nothing, prepared ones included. */
  int idleContainers();

  /** Memory of the idle containers, in MB. */
  long idleMb();

  /** How many stem cells are ready or starting. */
  int stemCells();

  /** Memory of the stem cells, in MB. */
  long stemCellMb();

  /** Memory of the containers that are being prepared for a function, in MB. */
  long preparingMb();

  /** How many activations wait for a container. */
  int buffered();

  /** Memory that the waiting activations ask for, in MB. */
  long bufferedMb();

  /** The stem cells of one sort. */
  StemCellCount count(StemCell stemCell);

  /** The functions that have containers. */
  Set<FunctionId> functions();

  /** The containers of one function. */
  FunctionCount count(FunctionId function);
}
