/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.forecast;

import io.aquatope.pool.FunctionId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Sums up a {@link ForecastRound} while the round is made. */
public final class RoundSummary {

  /**
   * Maximum number of functions without containers and recent calls that a plan considers, by
   * namespace those of the highest value for their cost. Takes some 3 ms of the pool's thread.
   */
  public static final int MOST_LIKELY = 1000;

  /** Number of windows without a call after which a function is dropped. */
  public static final int FORGET = 2880;

  private final long window;
  private final int leftOut;
  private final Map<FallbackReason, Integer> troubles = new EnumMap<>(FallbackReason.class);
  private final LikelyFunctions likely = new LikelyFunctions(MOST_LIKELY);
  private final List<FunctionId> changed = new ArrayList<>();
  private final List<FunctionId> silent = new ArrayList<>();
  private int functions;
  private int judged;
  private double covered;

  /**
   * @param window the first window that is forecast
   */
  RoundSummary(long window, int leftOut) {
    this.window = window;
    this.leftOut = leftOut;
  }

  void add(ForecastFunction function) {
    functions++;
    FallbackReason trouble = function.trouble();
    if (trouble != null) {
      troubles.merge(trouble, 1, Integer::sum);
    }
    if (function.changed()) {
      changed.add(function.id());
    }
    if (function.silentWindows(window - 1) > FORGET) {
      silent.add(function.id());
    }
    FunctionForecast forecast = function.newest();
    if (forecast == null) {
      return;
    }
    if (forecast.coverage() >= 0) {
      judged++;
      covered += forecast.coverage();
    }
    if (trouble == null && forecast.anyCall() >= function.leastNeed()) {
      likely.add(function.id(), forecast.anyCall() / function.leastNeed());
    }
  }

  ForecastRound round(List<ForecastRound.Failure> failures) {
    return new ForecastRound(
        window,
        functions,
        troubles,
        judged == 0 ? 1 : covered / judged,
        new ForecastRound.Lists(likely.all(), changed, silent),
        failures,
        leftOut);
  }
}
