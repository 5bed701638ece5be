/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast;

import java.time.Duration;

/** Keeps a function's history, and turns gaps in the clock into silent windows. */
abstract class WindowedForecaster implements Forecaster {

  final History history;

  WindowedForecaster(Trigger trigger, Duration windowLength) {
    this.history = new History(trigger, windowLength);
  }

  @Override
  public final void observe(Window window) {
    if (!history.accepts(window)) {
      return;
    }
    long missing = Math.min(History.CAPACITY, history.gapBefore(window));
    for (long index = window.index() - missing; index < window.index(); index++) {
      learn(new Window(index, 0, 0));
    }
    learn(window);
  }

  /** Appends the window to the history and learns from it. */
  abstract void learn(Window window);
}
