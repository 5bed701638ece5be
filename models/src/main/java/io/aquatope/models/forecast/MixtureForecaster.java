/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast;

import io.aquatope.models.distribution.DemandGrid;
import io.aquatope.models.distribution.GridDistribution;
import io.aquatope.models.distribution.PredictiveDistribution;
import io.aquatope.models.network.GateNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One function's {@link MixtureModel}. */
final class MixtureForecaster extends WindowedForecaster {

  private static final double NETWORK_PRIOR = 0.8;
  private static final double SHARE = 0.02;

  private final Experts experts = new Experts();
  private final Gate gate;

  /** Of the network, then of the experts; sums to one. */
  private final double[] weights = new double[1 + Experts.COUNT];

  MixtureForecaster(GateNetwork network, Trigger trigger, Duration windowLength) {
    super(trigger, windowLength);
    this.gate = new Gate(network);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = prior(i);
    }
  }

  private static double prior(int i) {
    return i == 0 ? NETWORK_PRIOR : (1 - NETWORK_PRIOR) / Experts.COUNT;
  }

  @Override
  void learn(Window window) {
    reweigh(DemandGrid.bin(window.peak()));
    history.append(window);
    experts.observe(history);
  }

  private void reweigh(int outcome) {
    double[][] masses = experts.predict(history, 1);
    double[] combined = gate.combine(history, masses, 1);
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= 1e-12 + (i == 0 ? combined[outcome] : masses[i - 1][outcome]);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (1 - SHARE) * weights[i] / sum + SHARE * prior(i);
    }
  }

  @Override
  public List<PredictiveDistribution> forecast(int horizon) {
    List<PredictiveDistribution> forecasts = new ArrayList<>(horizon);
    for (int step = 1; step <= horizon; step++) {
      double[][] masses = experts.predict(history, step);
      double[] mixed = gate.combine(history, masses, step);
      for (int bin = 0; bin < mixed.length; bin++) {
        mixed[bin] *= weights[0];
        for (int i = 0; i < masses.length; i++) {
          mixed[bin] += weights[i + 1] * masses[i][bin];
        }
      }
      forecasts.add(GridDistribution.of(mixed));
    }
    return forecasts;
  }
}
