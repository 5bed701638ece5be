/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay.result;

/** Integrates the CPU of all invokers over the recorded period, as {@link MemoryMeter} does. */
public final class CpuMeter {

  private static final double MILLI_CORE_MICROS_PER_CORE_SECOND = 1e9;

  private final long endMicros;
  private long nowMicros;
  private long busyMilliCores;
  private double allocated;
  private double used;

  public CpuMeter(long endMicros) {
    this.endMicros = endMicros;
  }

  /** Advances the time; must be called before anything changes. */
  public void advance(long toMicros) {
    long to = Math.min(toMicros, endMicros);
    if (nowMicros < to) {
      allocated += (double) busyMilliCores * (to - nowMicros);
      nowMicros = to;
    }
  }

  /** Adds to the CPU that one invoker's busy containers hold. */
  public void change(long milliCores) {
    busyMilliCores += milliCores;
  }

  /** Adds an activation's run in a container with this limit. */
  public void runs(int milliCores, long fromMicros, long untilMicros) {
    used +=
        (double) milliCores * (Math.min(untilMicros, endMicros) - Math.min(fromMicros, endMicros));
  }

  public CpuUse use() {
    return new CpuUse(
        allocated / MILLI_CORE_MICROS_PER_CORE_SECOND, used / MILLI_CORE_MICROS_PER_CORE_SECOND);
  }
}
