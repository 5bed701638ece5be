/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay.result;

import java.util.Arrays;

/**
 * Integrates the memory of all invokers over the recorded period, in equal parts of it. Memory
 * after the period (the last activations end, kept containers expire) is not counted. Otherwise
 * every policy would be charged for a future that the trace does not contain.
 */
public final class MemoryMeter {

  private static final double MB_MICROS_PER_GB_SECOND = 1024e6;

  private final long endMicros;
  private final long partMicros;
  private final double[] serving;
  private final double[] idle;
  private final double[] ahead;

  private long nowMicros;
  private long usedMb;
  private long idleMb;
  private long aheadMb;
  private long peakMb;

  public MemoryMeter(long endMicros, int parts) {
    this.endMicros = endMicros;
    this.partMicros = Math.max(1, (endMicros + parts - 1) / parts);
    serving = new double[parts];
    idle = new double[parts];
    ahead = new double[parts];
  }

  /** Advances the time; must be called before anything changes. */
  public void advance(long toMicros) {
    long to = Math.min(toMicros, endMicros);
    while (nowMicros < to) {
      int part = part(nowMicros);
      long until = Math.min(to, (part + 1) * partMicros);
      double micros = until - nowMicros;
      serving[part] += micros * (usedMb - idleMb - aheadMb);
      idle[part] += micros * idleMb;
      ahead[part] += micros * aheadMb;
      nowMicros = until;
    }
  }

  /** Adds to one invoker's memory: all, idle, and started ahead of calls. */
  public void change(long usedBy, long idleBy, long aheadBy) {
    usedMb += usedBy;
    idleMb += idleBy;
    aheadMb += aheadBy;
    peakMb = Math.max(peakMb, usedMb);
  }

  /** The part of the period that contains a time; the last part for times after the period. */
  public int part(long micros) {
    return (int) Math.min(micros / partMicros, serving.length - 1);
  }

  public long partMicros() {
    return partMicros;
  }

  public ReplayMemory use() {
    double wasted = Arrays.stream(idle).sum() + Arrays.stream(ahead).sum();
    return new ReplayMemory(
        wasted / MB_MICROS_PER_GB_SECOND,
        (wasted + Arrays.stream(serving).sum()) / MB_MICROS_PER_GB_SECOND,
        peakMb);
  }

  public double[] meanServingMb() {
    return mean(serving);
  }

  public double[] meanIdleMb() {
    return mean(idle);
  }

  public double[] meanAheadMb() {
    return mean(ahead);
  }

  private double[] mean(double[] integral) {
    return Arrays.stream(integral).map(mbMicros -> mbMicros / partMicros).toArray();
  }
}
