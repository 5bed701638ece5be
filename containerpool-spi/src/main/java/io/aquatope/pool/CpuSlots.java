/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/**
 * The CPU that a pool shares out. A container holds as much as its limit from the time an
 * activation is given to it until it runs none; idle and paused containers hold none. An activation
 * that would exceed the whole waits, as one that lacks memory does.
 *
 * @param milliCores all there is to share out, in thousandths of a core
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
   * An invoker's cores, more or less of them.
   *
   * @param overcommit how many times the cores are shared out; more than 1 where containers seldom
   *     use all that they may
   */
  public static CpuSlots of(double cores, double overcommit, CpuNeed need) {
    return new CpuSlots(Math.round(cores * overcommit * 1000), need);
  }

  /** What a container of a function holds: at most all there is, as it would wait for ever. */
  public int needOf(FunctionSpec function) {
    return (int) Math.min(need.milliCores(function), milliCores);
  }
}
