/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

import java.util.Arrays;

/**
 * A sequence of increasing numbers. Larger numbers are added, and the smallest are dropped. Takes
 * two bytes for each.
 */
final class CompactPositions {

  private static final int FIRST_LENGTH = 8;
  private static final int MOST_AHEAD = 256;

  /** Values relative to the base. */
  private char[] values = new char[FIRST_LENGTH];

  private int base;
  private int begin;
  private int end;

  void add(int value) {
    if (end == values.length || value - base > Character.MAX_VALUE) {
      makeRoom(value);
    }
    values[end++] = (char) (value - base);
  }

  private void makeRoom(int next) {
    int size = size();
    char[] target = new char[size + Math.max(FIRST_LENGTH, Math.min(size, MOST_AHEAD))];
    int first = size == 0 ? next : base + values[begin];
    for (int i = 0; i < size; i++) {
      target[i] = (char) (base + values[begin + i] - first);
    }
    values = target;
    base = first;
    begin = 0;
    end = size;
  }

  void forgetBefore(int least) {
    while (begin < end && base + values[begin] < least) {
      begin++;
    }
  }

  int size() {
    return end - begin;
  }

  /** The number of an age: 0 is the largest. */
  int at(int age) {
    return base + values[end - 1 - age];
  }

  /** How many numbers are at least this large. */
  int since(int least) {
    int sought = Math.max(0, Math.min(Character.MAX_VALUE, least - base));
    int found = Arrays.binarySearch(values, begin, end, (char) sought);
    return end - (found >= 0 ? found : -found - 1);
  }
}
