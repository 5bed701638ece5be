/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.backtest;

import io.aquatope.models.forecast.DemandWindow;
import io.aquatope.models.forecast.FunctionTrigger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Small demand series: timers of different periods, and random calls. */
final class SeriesForTests {

  private SeriesForTests() {}

  static List<FunctionDemand> population(int functions, int windows) {
    SplittableRandom random = new SplittableRandom(1);
    List<FunctionDemand> population = new ArrayList<>();
    for (int i = 0; i < functions; i++) {
      boolean timer = i % 2 == 0;
      List<DemandWindow> demand = new ArrayList<>();
      for (int t = 0; t < windows; t++) {
        int calls = timer ? (t % (3 + i) == 0 ? 1 : 0) : random.nextInt(5) == 0 ? 1 + i % 3 : 0;
        demand.add(new DemandWindow(t, calls, calls));
      }
      FunctionTrigger trigger = timer ? FunctionTrigger.TIMER : FunctionTrigger.HTTP;
      population.add(new FunctionDemand("function" + i, "owner" + i, trigger, demand));
    }
    return population;
  }
}
