/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import org.jspecify.annotations.Nullable;

/**
 * Probabilities that containers of a function are needed in future slots. Computed at growing
 * intervals, and only on demand.
 */
final class NeedLookahead {

  /** Slots from now at which the need is computed, and the number of slots that each stands for. */
  private static final int[] AT = {1, 2, 4, 7, 12, 20, 32, 50};

  private static final int[] SLOTS = {1, 2, 2, 4, 6, 10, 15, 20};

  private final FunctionOutlook outlook;
  private final int levels;
  private final long nowMicros;
  private final double[] @Nullable [] needs = new double[AT.length][];

  NeedLookahead(FunctionOutlook outlook, int levels, long nowMicros) {
    this.outlook = outlook;
    this.levels = levels;
    this.nowMicros = nowMicros;
  }

  /** Number of intervals. */
  int steps() {
    return AT.length;
  }

  /** The length of an interval, in slots. */
  int slots(int step) {
    return SLOTS[step];
  }

  /** The probability that a container is needed in a slot of an interval. */
  double need(int step, int index) {
    double[] known = needs[step];
    if (known == null) {
      long lead = Math.round(outlook.startTimes().coldSeconds() * 1e6);
      long from = nowMicros + lead + AT[step] * Planner.SLOT_MICROS;
      known = outlook.needs(levels, from, from + Planner.SLOT_MICROS, nowMicros);
      needs[step] = known;
    }
    return known[index];
  }
}
