/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.learned;

import io.aquatope.models.forecast.DemandWindow;
import io.aquatope.models.network.ScaledSeries;
import java.time.Duration;
import java.util.List;

/** Turns a function's past into training data of the hybrid Bayesian network. */
public final class HybridSampling {

  private HybridSampling() {}

  /**
   * A whole past on its own scale.
   *
   * @param windows consecutive, at least one
   */
  public static ScaledSeries series(List<DemandWindow> windows, Duration windowLength) {
    double[] values = windows.stream().mapToDouble(DemandWindow::peak).toArray();
    DemandScale scale = DemandScale.of(values);
    for (int i = 0; i < values.length; i++) {
      values[i] = scale.scaled(values[i]);
    }
    long seconds = windowLength.toSeconds();
    return new ScaledSeries(values, windows.get(0).index() * seconds / 60, seconds);
  }
}
