/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.learned;

import io.aquatope.models.distribution.DemandGrid;
import io.aquatope.models.forecast.DemandWindow;
import io.aquatope.models.forecast.FunctionTrigger;
import io.aquatope.models.forecast.component.DemandHistory;
import io.aquatope.models.network.GateSample;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Turns a function's past into samples for {@link io.aquatope.models.network.GateTraining}. */
public final class GateSampling {

  private static final int LONGEST_STEP = 30;

  private GateSampling() {}

  /**
   * Visits consecutive windows. Before each, gives one sample a step ahead and one a random number
   * of steps ahead.
   */
  public static void sample(
      FunctionTrigger trigger,
      Duration windowLength,
      List<DemandWindow> windows,
      SplittableRandom random,
      Consumer<GateSample> sink) {
    DemandHistory history = new DemandHistory(trigger, windowLength);
    ExpertComponents experts = new ExpertComponents();
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
      DemandHistory history,
      ExpertComponents experts,
      List<DemandWindow> windows,
      int t,
      int step) {
    int outcome = DemandGrid.bin(windows.get(t + step - 1).peak());
    return ExpertGate.sample(history, experts.predict(history, step), step, outcome);
  }
}
