/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.forecast;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Closed windows that wait for a round of forecasts. If there are too many, the oldest count as
 * silence. Functions that became known in them are always kept, unless they were dropped meanwhile.
 * Not thread-safe.
 */
final class WaitingWindows {

  /** Maximum number of records of functions in windows. */
  private static final int MOST_SEEN = 1 << 17;

  /** A day of windows: no round that ends at all takes longer. */
  static final int MOST_WINDOWS = 1440;

  /** Number of functions below which the list is not searched for dropped ones. */
  private static final int FEW_BEGUN = 1 << 12;

  /**
   * Input of a round.
   *
   * @param begun functions that are new
   * @param closed closed windows, the oldest first
   * @param dropped number of closed windows that were dropped
   */
  record Taken(List<ForecastFunction> begun, List<ClosedWindow> closed, int dropped) {

    boolean isEmpty() {
      return closed.isEmpty();
    }

    /** How many windows will not be forecast, as there is a newer one. */
    int leftOut() {
      return dropped + closed.size() - 1;
    }

    /** The newest window. */
    long last() {
      return closed.get(closed.size() - 1).window();
    }
  }

  private final Deque<ClosedWindow> closed = new ArrayDeque<>();
  private List<ForecastFunction> begun = new ArrayList<>();
  private int seen;
  private int dropped;
  private int lookThroughAt = FEW_BEGUN;

  void add(ClosedWindow window) {
    closed.addLast(new ClosedWindow(window.window(), List.of(), window.seen()));
    seen += window.seen().size();
    while (closed.size() > 1 && (seen > MOST_SEEN || closed.size() > MOST_WINDOWS)) {
      seen -= closed.removeFirst().seen().size();
      dropped++;
    }
    begun.addAll(window.begun());
    if (begun.size() > lookThroughAt) {
      begun.removeIf(ForecastFunction::isReleased);
      lookThroughAt = Math.max(FEW_BEGUN, 2 * begun.size());
    }
  }

  /** Number of records of calls that wait. */
  int seen() {
    return seen;
  }

  /** Number of windows that wait. */
  int size() {
    return closed.size();
  }

  /** Number of functions that wait for their first forecast. */
  int begun() {
    return begun.size();
  }

  /** Takes all waiting windows and functions. */
  Taken take() {
    Taken taken = new Taken(begun, List.copyOf(closed), dropped);
    closed.clear();
    begun = new ArrayList<>();
    seen = 0;
    dropped = 0;
    lookThroughAt = FEW_BEGUN;
    return taken;
  }
}
