/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.learned;

import io.aquatope.models.distribution.DemandGrid;
import io.aquatope.models.distribution.GridDistribution;
import io.aquatope.models.distribution.PredictiveDistribution;
import io.aquatope.models.distribution.StandardNormal;
import io.aquatope.models.forecast.component.DemandHistory;
import io.aquatope.models.network.HybridBayesianNetwork;
import io.aquatope.models.network.ScaledSeries;
import java.time.Duration;
import java.util.Arrays;

/**
 * A function's newest windows on its own scale, followed by the forecasts that are fed back.
 * Windows before the first one count as silence.
 */
final class ScaledPast {

  private static final int STEPS = HybridBayesianNetwork.STEPS;

  private final DemandScale scale;
  private final double[] scaled;
  private final long firstMinute;
  private final long windowSeconds;

  ScaledPast(DemandHistory history, Duration windowLength, int horizon) {
    double[] demand = new double[Math.max(1, history.size())];
    for (int lag = 1; lag <= history.size(); lag++) {
      demand[history.size() - lag] = DemandGrid.centre(history.bin(lag));
    }
    scale = DemandScale.of(demand);
    scaled = new double[STEPS + horizon];
    for (int i = 0; i < STEPS; i++) {
      int at = demand.length - STEPS + i;
      scaled[i] = scale.scaled(at < 0 ? 0 : demand[at]);
    }
    firstMinute = history.minute(1 - STEPS);
    windowSeconds = windowLength.toSeconds();
  }

  /** The 48 windows before the window that is forecast after {@code step} forecasts. */
  ScaledSeries before(int step) {
    double[] values = Arrays.copyOfRange(scaled, step, step + STEPS);
    return new ScaledSeries(values, firstMinute + step * windowSeconds / 60, windowSeconds);
  }

  /**
   * Feeds a forecast back, and converts it to containers.
   *
   * @param mean in label space: scaled, less the first of the windows before
   * @param variance in label space
   */
  PredictiveDistribution append(int step, double mean, double variance) {
    double value = mean + scaled[step];
    scaled[step + STEPS] = value;
    double[] mass = new double[DemandGrid.BINS];
    StandardNormal.addTo(mass, scale.demand(value), Math.sqrt(variance) * scale.deviation(), 1);
    return GridDistribution.of(mass);
  }
}
