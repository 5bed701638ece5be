/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.models.forecast.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What has been seen of one function in the window that is open: how many containers were busy at
 * the same time, and how often each number of them was reached.
 */
final class WindowDemand {

  private final List<CallCounts> history = new ArrayList<>();
  private int[] reached = new int[4];
  private int busy;
  private int atBegin;
  private int peak;
  private int highest;
  private int arrivals;

  void arrived() {
    arrivals++;
  }

  /** So many containers are busy now; returns whether that is more than before. */
  boolean busy(int now) {
    boolean rises = now > busy;
    for (int level = busy + 1; level <= now; level++) {
      if (level >= reached.length) {
        reached = Arrays.copyOf(reached, 2 * level);
      }
      reached[level]++;
    }
    busy = now;
    peak = Math.max(peak, now);
    highest = Math.max(peak, highest);
    return rises;
  }

  /** The most containers that were busy in this window. */
  int peak() {
    return peak;
  }

  /** The most containers that were ever busy. */
  int highest() {
    return highest;
  }

  /** How often a number of busy containers has been reached in this window. */
  int reached(int level) {
    return level < reached.length ? reached[level] : 0;
  }

  /** Whether so many containers were busy when the window began. */
  boolean begunWith(int level) {
    return level <= atBegin;
  }

  /** The last windows in which a number of busy containers was reached. */
  CallCounts history(int level) {
    while (history.size() <= level) {
      history.add(new CallCounts());
    }
    return history.get(level);
  }

  /** Closes the window and opens the next. */
  Window close(long index) {
    Window closed = new Window(index, arrivals, peak);
    for (int level = 1; level < reached.length; level++) {
      if (reached[level] > 0) {
        history(level).add(reached[level]);
        reached[level] = 0;
      }
    }
    atBegin = busy;
    peak = busy;
    arrivals = 0;
    return closed;
  }
}
