/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.pool.FunctionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Sums up a {@link ForecastRound} while it is made. */
final class RoundSummary {

  /**
   * Most functions without containers and recent calls that a plan weighs: those of the highest
   * value for their cost. Some 3 ms of the pool's thread.
   */
  static final int MOST_LIKELY = 1000;

  /** A function without a call for so many windows is forgotten. */
  static final int FORGET = 2880;

  private record Likely(FunctionId function, double worth) {}

  private final long window;
  private final int leftOut;
  private final Map<Trouble, Integer> troubles = new EnumMap<>(Trouble.class);
  private final PriorityQueue<Likely> likely =
      new PriorityQueue<>(Comparator.comparingDouble(Likely::worth));
  private final List<FunctionId> changed = new ArrayList<>();
  private final List<FunctionId> silent = new ArrayList<>();
  private int functions;
  private int judged;
  private double covered;

  /**
   * @param window the first that is forecast
   */
  RoundSummary(long window, int leftOut) {
    this.window = window;
    this.leftOut = leftOut;
  }

  void add(ForecastFunction function) {
    functions++;
    Trouble trouble = function.trouble();
    if (trouble != null) {
      troubles.merge(trouble, 1, Integer::sum);
    }
    if (function.changed()) {
      changed.add(function.id());
    }
    if (function.silentWindows(window - 1) > FORGET) {
      silent.add(function.id());
    }
    Forecast forecast = function.newest();
    if (forecast == null) {
      return;
    }
    if (forecast.coverage() >= 0) {
      judged++;
      covered += forecast.coverage();
    }
    if (trouble == null && forecast.anyCall() >= function.leastNeed()) {
      addLikely(new Likely(function.id(), forecast.anyCall() / function.leastNeed()));
    }
  }

  private void addLikely(Likely one) {
    likely.add(one);
    if (likely.size() > MOST_LIKELY) {
      likely.remove();
    }
  }

  ForecastRound round(List<ForecastRound.Failure> failures) {
    return new ForecastRound(
        window,
        functions,
        troubles,
        judged == 0 ? 1 : covered / judged,
        likely.stream().map(Likely::function).toList(),
        changed,
        silent,
        failures,
        leftOut);
  }
}
