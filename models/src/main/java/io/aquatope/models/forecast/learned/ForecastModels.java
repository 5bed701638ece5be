/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.learned;

import io.aquatope.models.forecast.ForecastModel;
import io.aquatope.models.forecast.component.BaselineModels;
import io.aquatope.models.network.GateNetwork;
import io.aquatope.models.network.HybridBayesianNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** All models by name: {@code default}, the paper's {@code hybrid-bayesian}, and the baselines. */
public final class ForecastModels {

  private static final Duration SEASON = Duration.ofHours(1);
  private static final int PASSES = 30;

  private final List<ForecastModel> all = new ArrayList<>();

  /**
   * The models around two networks.
   *
   * @param gate of {@code default}
   * @param hybrid of {@code hybrid-bayesian}
   * @param windowLength of the windows that the models will observe, at least a second
   * @param seed of the dropout masks of {@code hybrid-bayesian}
   */
  public ForecastModels(
      GateNetwork gate, HybridBayesianNetwork hybrid, Duration windowLength, long seed) {
    all.add(new MixtureModel(gate, windowLength));
    all.add(new HybridBayesianModel(hybrid, PASSES, seed, windowLength));
    int season = (int) Math.max(1, SEASON.dividedBy(windowLength));
    all.addAll(BaselineModels.all(season, windowLength));
  }

  /** An untrained network for {@code default}. */
  public static GateNetwork newGate(long seed) {
    return new GateNetwork(GateFeatures.COUNT, ExpertComponents.COUNT, new SplittableRandom(seed));
  }

  /** An untrained network for {@code hybrid-bayesian}. */
  public static HybridBayesianNetwork newHybrid(long seed) {
    return new HybridBayesianNetwork(new SplittableRandom(seed));
  }

  /** All models, {@code default} first. */
  public List<ForecastModel> all() {
    return List.copyOf(all);
  }

  /**
   * The model of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists all names
   */
  public ForecastModel named(String name) {
    return all.stream()
        .filter(model -> model.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no model '"
                        + name
                        + "', expected one of "
                        + String.join(", ", all.stream().map(ForecastModel::name).toList())));
  }
}
