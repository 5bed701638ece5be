/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/** How much CPU containers hold while they are busy; see {@link CpuSlots}. */
@FunctionalInterface
public interface CpuNeed {

  /**
   * In thousandths of a core; 0 for a function that is not counted. It is asked when a container
   * becomes busy, and may change with time.
   */
  int milliCores(FunctionSpec function);
}
