/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/** CPU that a container of a function holds while it is busy; see {@link CpuSlots}. */
@FunctionalInterface
public interface CpuNeed {

  /**
   * CPU in thousandths of a core; 0 for a function that is not counted. The pool asks when a
   * container becomes busy; the answer may change with time.
   */
  int milliCores(FunctionSpec function);
}
