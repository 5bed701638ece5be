/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.learned;

import io.aquatope.models.distribution.DemandGrid;
import io.aquatope.models.distribution.GridDistribution;
import io.aquatope.models.distribution.PredictiveDistribution;
import io.aquatope.models.forecast.DemandWindow;
import io.aquatope.models.forecast.FunctionTrigger;
import io.aquatope.models.forecast.component.StateReader;
import io.aquatope.models.forecast.component.StateWriter;
import io.aquatope.models.forecast.component.WindowedForecaster;
import io.aquatope.models.network.GateNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One function's {@link MixtureModel}. */
final class MixtureForecaster extends WindowedForecaster {

  private static final double NETWORK_PRIOR = 0.8;
  private static final double SHARE = 0.005;

  /**
   * Least likelihood that every forecast is credited with, so that no outcome excludes a model for
   * good.
   */
  private static final double SMALLEST = 1e-12;

  /** Number of first bins that a brief forecast covers. */
  private static final int HEAD = 8;

  private final ExpertComponents experts = new ExpertComponents();
  private final ExpertGate gate;

  /** Weight of the network, then of the experts; sums to one. */
  private final double[] weights = new double[1 + ExpertComponents.COUNT];

  private @Nullable ExpertLikelihoods pending;

  MixtureForecaster(GateNetwork network, FunctionTrigger trigger, Duration windowLength) {
    super(trigger, windowLength);
    this.gate = new ExpertGate(network);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = prior(i);
    }
  }

  private static double prior(int i) {
    return i == 0 ? NETWORK_PRIOR : (1 - NETWORK_PRIOR) / ExpertComponents.COUNT;
  }

  @Override
  public void learn(DemandWindow window) {
    reweigh(DemandGrid.bin(window.peak()));
    history.append(window);
    experts.observe(history);
  }

  /** Multiplies each weight by the likelihood of the outcome, and gives a share to the prior. */
  private void reweigh(int outcome) {
    double[] likelihoods = likelihoods(outcome);
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= SMALLEST + likelihoods[i];
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (1 - SHARE) * weights[i] / sum + SHARE * prior(i);
    }
  }

  private double[] likelihoods(int outcome) {
    double[] likelihoods = new double[weights.length];
    if (pending != null && pending.cover(outcome)) {
      for (int i = 0; i < likelihoods.length; i++) {
        likelihoods[i] = pending.of(i, outcome);
      }
    } else {
      double[][] masses = experts.predict(history, 1);
      likelihoods[0] = gate.combine(history, masses, 1)[outcome];
      for (int i = 0; i < masses.length; i++) {
        likelihoods[i + 1] = masses[i][outcome];
      }
    }
    pending = null;
    return likelihoods;
  }

  @Override
  public List<PredictiveDistribution> forecast(int horizon) {
    List<PredictiveDistribution> forecasts = new ArrayList<>(horizon);
    for (int step = 1; step <= horizon; step++) {
      double[][] masses = experts.predict(history, step);
      double[] combined = gate.combine(history, masses, step);
      double[] mixed = mix(combined, masses);
      if (step == 1) {
        pending = new ExpertLikelihoods(mixed, combined, masses);
      }
      forecasts.add(GridDistribution.of(mixed));
    }
    return forecasts;
  }

  @Override
  public List<PredictiveDistribution> brief(int horizon) {
    List<PredictiveDistribution> forecasts = new ArrayList<>(horizon);
    for (int step = 1; step <= horizon; step++) {
      double[][] masses = experts.predict(history, step, HEAD);
      double[] combined = gate.combine(history, masses, step);
      double[] mixed = mix(combined, masses);
      int bins = 0;
      double within = 0;
      while (bins < HEAD && within < NEARLY_ALL) {
        within += mixed[bins++];
      }
      if (within < NEARLY_ALL) {
        return forecast(horizon);
      }
      if (step == 1) {
        pending = new ExpertLikelihoods(mixed, combined, masses);
      }
      forecasts.add(GridDistribution.ofHead(Arrays.copyOf(mixed, bins)));
    }
    return List.copyOf(forecasts);
  }

  /** The learnt state, for {@link #having}. */
  byte[] written() {
    StateWriter out = new StateWriter();
    history.write(out);
    experts.write(history, out);
    for (double weight : weights) {
      out.doubleOf(weight);
    }
    out.flag(pending != null);
    if (pending != null) {
      pending.write(out);
    }
    return out.bytes();
  }

  /** Takes over the learnt state of another forecaster of the same function. */
  MixtureForecaster having(byte[] written) {
    StateReader in = new StateReader(written);
    history.read(in);
    experts.read(history, in);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = in.doubleOf();
    }
    pending = in.flag() ? new ExpertLikelihoods(in) : null;
    return this;
  }

  private double[] mix(double[] combined, double[][] masses) {
    double[] mixed = new double[combined.length];
    for (int bin = 0; bin < mixed.length; bin++) {
      mixed[bin] = weights[0] * combined[bin];
      for (int i = 0; i < masses.length; i++) {
        mixed[bin] += weights[i + 1] * masses[i][bin];
      }
    }
    return mixed;
  }
}
