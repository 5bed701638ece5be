/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.start;

import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MINUTES;

import io.aquatope.prewarm.demand.WeightedValues;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A robust mean of durations. An outlier of any size counts as a moderate deviation. Several
 * outliers that agree are accepted.
 *
 * <p>The weighted median {@code m} is taken of the last {@value #MOST} durations and of the one
 * expected beforehand. The estimate is the weighted mean of all of them, each cut to {@code m / c
 * ... m c} with {@code c} = {@value #CUT} (a winsorised mean). It changes by no more than a factor
 * of {@value #MOST_CHANGE} with each duration, and never falls if a duration is longer.
 *
 * <p>A duration loses half of its weight in {@value #HALF_LIFE_HOURS} hours, and the expectation a
 * fifth of its own with each duration that is remembered. So the estimate returns to the
 * expectation where nothing new is measured.
 */
final class DurationEstimate {

  /** The weight of the prior expectation, in durations: two of these outweigh it. */
  static final double PRIOR = 2;

  /** Number of durations that are remembered; more would delay the response to a change. */
  private static final int MOST = 8;

  /** Factor within which most starts of one function lie. */
  private static final double CUT = 1.3;

  /** Four durations suffice for a value that is 25 times the expected one. */
  static final double MOST_CHANGE = 3;

  private static final double KEEP = 0.8;
  private static final int HALF_LIFE_HOURS = 12;
  private static final double FADE_MICROS = HOURS.toMicros(HALF_LIFE_HOURS) / Math.log(2);

  /** Time within which weights are treated as constant. */
  private static final long STEP_MICROS = MINUTES.toMicros(10);

  /** Shortest duration that is measured. */
  private static final double SHORTEST = 1e-3;

  /** Longest duration: no start takes a day, so a longer measurement is wrong. */
  private static final double LONGEST = HOURS.toSeconds(24);

  private static final @Nullable Object[] NO_SOURCES = {};
  private static final double[] NO_SECONDS = {};
  private static final long[] NO_TIMES = {};

  private final double expected;
  private final double expectedWeight;
  private @Nullable Object[] of = NO_SOURCES;
  private double[] seconds = NO_SECONDS;
  private long[] atMicros = NO_TIMES;
  private int size;
  private int next;
  private double remembered;
  private long fadedMicros;
  private double estimate;

  /**
   * @param expected prior expectation, in seconds
   * @param weight of the expectation, in durations
   */
  DurationEstimate(double expected, double weight) {
    this.expected = expected;
    this.expectedWeight = weight;
    estimate = expected;
  }

  double seconds() {
    return estimate;
  }

  /**
   * Learns a duration.
   *
   * @param source origin of the duration; only the last duration of each source counts
   */
  void add(Object source, double measured, long nowMicros) {
    if (Double.isNaN(measured)) {
      return;
    }
    int slot = indexOf(source);
    if (slot < 0) {
      slot = take(source);
      remembered = remembered * keep(nowMicros - fadedMicros) + 1;
      fadedMicros = nowMicros;
    }
    seconds[slot] = Math.max(SHORTEST, Math.min(LONGEST, measured));
    atMicros[slot] = nowMicros;
    update(nowMicros);
  }

  private int indexOf(Object source) {
    for (int i = 0; i < size; i++) {
      if (source.equals(of[i])) {
        return i;
      }
    }
    return -1;
  }

  /** A slot for a duration: a free one, or that of the oldest source. */
  private int take(Object source) {
    if (size == of.length && size < MOST) {
      int more = Math.min(MOST, 2 * size + 1);
      of = Arrays.copyOf(of, more);
      seconds = Arrays.copyOf(seconds, more);
      atMicros = Arrays.copyOf(atMicros, more);
    }
    int slot = next;
    next = (next + 1) % MOST;
    size = Math.max(size, slot + 1);
    of[slot] = source;
    return slot;
  }

  /** Time has passed. */
  void fade(long nowMicros) {
    if (size > 0 && nowMicros - fadedMicros >= STEP_MICROS) {
      remembered *= keep(nowMicros - fadedMicros);
      fadedMicros = nowMicros;
      update(nowMicros);
    }
  }

  private static double keep(long micros) {
    return Math.exp(-Math.max(0, micros) / FADE_MICROS);
  }

  private void update(long nowMicros) {
    WeightedValues values = new WeightedValues(size + 1);
    values.add(expected, expectedWeight * Math.pow(KEEP, remembered));
    for (int i = 0; i < size; i++) {
      values.add(seconds[i], keep(nowMicros - atMicros[i]));
    }
    double robust = values.meanNearMedian(CUT);
    estimate = Math.max(estimate / MOST_CHANGE, Math.min(estimate * MOST_CHANGE, robust));
  }
}
