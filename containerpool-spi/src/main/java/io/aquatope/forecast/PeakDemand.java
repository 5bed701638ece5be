/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.forecast;

import io.aquatope.models.forecast.Trigger;
import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Peak simultaneous containers from calls per minute. The trace does not say when within the minute
 * a call came: the calls of a timer are spread evenly, starting at a second that is drawn once per
 * function; all others come independently and uniformly. Each call keeps one container busy for a
 * duration drawn from the function's percentiles.
 */
final class PeakDemand {

  private static final double MINUTE = 60_000;

  private PeakDemand() {}

  /**
   * Most containers busy at once in each minute, counting those still busy from before.
   *
   * @param calls per minute
   */
  static int[] of(int[] calls, Durations durations, Trigger trigger, SplittableRandom random) {
    double phase = random.nextInt(60) * 1000.0;
    int[] peaks = new int[calls.length];
    PriorityQueue<Double> busyUntil = new PriorityQueue<>();
    for (int minute = 0; minute < calls.length; minute++) {
      double start = minute * MINUTE;
      release(busyUntil, start);
      int peak = busyUntil.size();
      for (double offset : offsets(calls[minute], trigger, phase, random)) {
        release(busyUntil, start + offset);
        busyUntil.add(start + offset + durations.sample(random));
        peak = Math.max(peak, busyUntil.size());
      }
      peaks[minute] = peak;
    }
    return peaks;
  }

  private static double[] offsets(
      int calls, Trigger trigger, double phase, SplittableRandom random) {
    double[] offsets = new double[calls];
    for (int i = 0; i < calls; i++) {
      offsets[i] =
          trigger == Trigger.TIMER
              ? (phase + i * MINUTE / calls) % MINUTE
              : random.nextDouble() * MINUTE;
    }
    Arrays.sort(offsets);
    return offsets;
  }

  private static void release(PriorityQueue<Double> busyUntil, double now) {
    while (!busyUntil.isEmpty() && busyUntil.element() <= now) {
      busyUntil.remove();
    }
  }
}
