/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast;

import io.aquatope.models.distribution.DemandGrid;
import io.aquatope.models.network.GateSample;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Turns a function's past into what {@link io.aquatope.models.network.GateTraining} learns from.
 */
public final class GateSampling {

  private static final int LONGEST_STEP = 30;

  private GateSampling() {}

  /**
   * Walks through consecutive windows and gives, before each, one sample a step ahead, and one a
   * random number of steps ahead.
   */
  public static void sample(
      Trigger trigger,
      Duration windowLength,
      List<Window> windows,
      SplittableRandom random,
      Consumer<GateSample> sink) {
    History history = new History(trigger, windowLength);
    Experts experts = new Experts();
    for (int t = 0; t < windows.size(); t++) {
      sink.accept(sample(history, experts, windows, t, 1));
      int step = 1 + (int) (LONGEST_STEP * Math.pow(random.nextDouble(), 2));
      if (step > 1 && t + step <= windows.size()) {
        sink.accept(sample(history, experts, windows, t, step));
      }
      history.append(windows.get(t));
      experts.observe(history);
    }
  }

  private static GateSample sample(
      History history, Experts experts, List<Window> windows, int t, int step) {
    int outcome = DemandGrid.bin(windows.get(t + step - 1).peak());
    return Gate.sample(history, experts.predict(history, step), step, outcome);
  }
}
