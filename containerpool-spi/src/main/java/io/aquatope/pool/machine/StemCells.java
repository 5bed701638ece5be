/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import io.aquatope.pool.StemCellCount;

/** The stem cells of one kind and memory. */
final class StemCells {

  /** Ready ones; the one that became ready first is the oldest. */
  final ContainerList ready = new ContainerList();

  /** Ones that are starting, in the order of their start. */
  final ContainerList starting = new ContainerList();

  StemCellCount count() {
    return new StemCellCount(ready.size(), starting.size());
  }
}
