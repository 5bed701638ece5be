/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace;

import java.util.Arrays;

/**
 * Sorts numbers of activations by their time without boxing.
 *
 * <p>A time and a number do not fit into one {@code long} together. The time's high part takes few
 * values, so the numbers are distributed by it first (a counting sort with one bucket for each 2³²
 * µs, about 71 minutes). Within a bucket the low part and the number make one key of 63 bits.
 */
final class TimeOrder {

  private static final int LOW_BITS = 32;
  private static final int NUMBER_BITS = 31;
  private static final long LOW_MASK = (1L << LOW_BITS) - 1;
  private static final long NUMBER_MASK = (1L << NUMBER_BITS) - 1;

  private TimeOrder() {}

  /**
   * Sorts {@code numbers[0..count)} by {@code micros[number]}, equal times by number.
   *
   * @param micros not negative
   */
  static void sort(int[] numbers, int count, long[] micros) {
    int[] bucketEnds = bucketEnds(numbers, count, micros);
    long[] keys = new long[count];
    int[] next = bucketEnds.clone();
    for (int i = 0; i < count; i++) {
      long time = micros[numbers[i]];
      keys[--next[bucket(time)]] = (time & LOW_MASK) << NUMBER_BITS | numbers[i];
    }
    int from = 0;
    for (int end : bucketEnds) {
      Arrays.sort(keys, from, end);
      from = end;
    }
    for (int i = 0; i < count; i++) {
      numbers[i] = (int) (keys[i] & NUMBER_MASK);
    }
  }

  private static int[] bucketEnds(int[] numbers, int count, long[] micros) {
    long last = 0;
    for (int i = 0; i < count; i++) {
      last = Math.max(last, micros[numbers[i]]);
    }
    int[] ends = new int[Math.addExact(bucket(last), 1)];
    for (int i = 0; i < count; i++) {
      ends[bucket(micros[numbers[i]])]++;
    }
    Arrays.parallelPrefix(ends, Integer::sum);
    return ends;
  }

  private static int bucket(long micros) {
    return Math.toIntExact(micros >>> LOW_BITS);
  }
}
