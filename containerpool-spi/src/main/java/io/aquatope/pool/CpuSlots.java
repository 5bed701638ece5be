/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/**
 * The CPU that a pool shares out. A container holds as much CPU as its limit from the time an
 * activation is given to it until it runs none. Idle and paused containers hold none. An activation
 * that would exceed the total waits, as does one that lacks memory.
 *
 * @param milliCores the total to share out, in thousandths of a core
 * @param need how much a container of a function holds
 */
public record CpuSlots(long milliCores, CpuNeed need) {

  /** CPU is not counted. */
  public static final CpuSlots OFF = new CpuSlots(Long.MAX_VALUE, function -> 0);

  public CpuSlots {
    if (milliCores <= 0) {
      throw new IllegalArgumentException(milliCores + " milli-cores, expected more than 0");
    }
  }

  /**
   * An invoker's cores, times an overcommit factor.
   *
   * @param overcommit how many times the cores are shared out; more than 1 where containers seldom
   *     use their whole limit
   */
  public static CpuSlots of(double cores, double overcommit, CpuNeed need) {
    return new CpuSlots(Math.round(cores * overcommit * 1000), need);
  }

  /**
   * The CPU that a container of a function holds. At most the total, as the activation would
   * otherwise wait for ever.
   */
  public int needOf(FunctionSpec function) {
    return (int) Math.min(need.milliCores(function), milliCores);
  }
}
