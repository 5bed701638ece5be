/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.learned;

import io.aquatope.models.distribution.DemandGrid;
import io.aquatope.models.forecast.component.DemandHistory;
import io.aquatope.models.network.GateNetwork;
import io.aquatope.models.network.GateSample;

/** Applies a {@link GateNetwork} to the experts' forecasts of one function. */
final class ExpertGate {

  private static final double SMALLEST = 1e-9;

  private final GateNetwork network;

  ExpertGate(GateNetwork network) {
    this.network = network;
  }

  /** The network's predictive mass, on as many of the first bins as the experts' masses have. */
  double[] combine(DemandHistory history, double[][] masses, int step) {
    double[] outputs = network.evaluate(GateFeatures.of(history, masses, step));
    double active = 1 / (1 + Math.exp(-outputs[0]));
    double[] combined = new double[masses[0].length];
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < masses.length; i++) {
      most = Math.max(most, outputs[i + 1]);
    }
    double total = 0;
    boolean isHead = combined.length < DemandGrid.BINS;
    for (int i = 0; i < masses.length; i++) {
      double demand = isHead ? 1 - masses[i][0] : demand(masses[i]);
      double share = demand < SMALLEST ? 0 : Math.exp(outputs[i + 1] - most);
      total += share;
      if (share > 0) {
        for (int bin = 1; bin < combined.length; bin++) {
          combined[bin] += share / demand * masses[i][bin];
        }
      }
    }
    for (int bin = 1; bin < combined.length; bin++) {
      combined[bin] *= active / total;
    }
    combined[0] = 1 - active;
    return combined;
  }

  /** The training sample of a window, given its outcome. */
  static GateSample sample(DemandHistory history, double[][] masses, int step, int outcome) {
    double[] features = GateFeatures.of(history, masses, step);
    float[] inputs = new float[features.length];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = (float) features[i];
    }
    float[] likelihoods = new float[outcome > 0 ? masses.length : 0];
    for (int i = 0; i < likelihoods.length; i++) {
      double demand = demand(masses[i]);
      likelihoods[i] =
          (float) (demand < SMALLEST ? SMALLEST : SMALLEST + masses[i][outcome] / demand);
    }
    return new GateSample(inputs, likelihoods);
  }

  private static double demand(double[] mass) {
    double sum = 0;
    for (int bin = 1; bin < mass.length; bin++) {
      sum += mass[bin];
    }
    return sum;
  }
}
