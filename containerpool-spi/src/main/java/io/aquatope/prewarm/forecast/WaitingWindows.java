/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.forecast;

import io.aquatope.prewarm.forecast.ForecastDesk.Closed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Windows that have closed and wait for a round of forecasts, however long that takes: of too many
 * the oldest count as silence. Functions that have become known in them are never left out, but for
 * those that have been let go meanwhile. Not thread-safe.
 */
final class WaitingWindows {

  /** Records of functions in windows. */
  private static final int MOST_SEEN = 1 << 17;

  /** A day of them: no round takes longer that ends at all. */
  static final int MOST_WINDOWS = 1440;

  /** Fewer functions than this are not looked through for those that have been let go. */
  private static final int FEW_BEGUN = 1 << 12;

  /**
   * What a round begins with.
   *
   * @param begun functions that are new
   * @param closed the oldest first
   */
  record Taken(List<ForecastFunction> begun, List<Closed> closed) {

    boolean isEmpty() {
      return closed.isEmpty();
    }

    /** The newest window. */
    long last() {
      return closed.get(closed.size() - 1).window();
    }
  }

  private final Deque<Closed> closed = new ArrayDeque<>();
  private List<ForecastFunction> begun = new ArrayList<>();
  private int seen;
  private int lookThroughAt = FEW_BEGUN;

  void add(Closed window) {
    closed.addLast(new Closed(window.window(), List.of(), window.seen()));
    seen += window.seen().size();
    while (closed.size() > 1 && (seen > MOST_SEEN || closed.size() > MOST_WINDOWS)) {
      seen -= closed.removeFirst().seen().size();
    }
    begun.addAll(window.begun());
    if (begun.size() > lookThroughAt) {
      begun.removeIf(ForecastFunction::isReleased);
      lookThroughAt = Math.max(FEW_BEGUN, 2 * begun.size());
    }
  }

  /** How many records of calls wait. */
  int seen() {
    return seen;
  }

  /** How many windows wait. */
  int size() {
    return closed.size();
  }

  /** How many functions wait for their first forecast. */
  int begun() {
    return begun.size();
  }

  /** All that waits; then nothing does. */
  Taken take() {
    Taken taken = new Taken(begun, List.copyOf(closed));
    closed.clear();
    begun = new ArrayList<>();
    seen = 0;
    lookThroughAt = FEW_BEGUN;
    return taken;
  }
}
