/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

import io.aquatope.models.forecast.DemandWindow;
import io.aquatope.models.forecast.Forecaster;
import io.aquatope.models.forecast.FunctionTrigger;
import java.time.Duration;

/** Keeps a function's history, and turns gaps in the clock into silent windows. */
public abstract class WindowedForecaster implements Forecaster {

  public final DemandHistory history;

  public WindowedForecaster(FunctionTrigger trigger, Duration windowLength) {
    this.history = new DemandHistory(trigger, windowLength);
  }

  @Override
  public final void observe(DemandWindow window) {
    if (!history.accepts(window)) {
      return;
    }
    long missing = Math.min(DemandHistory.CAPACITY, history.gapBefore(window));
    for (long index = window.index() - missing; index < window.index(); index++) {
      learn(new DemandWindow(index, 0, 0));
    }
    learn(window);
  }

  /** Appends the window to the history and learns from it. */
  public abstract void learn(DemandWindow window);
}
