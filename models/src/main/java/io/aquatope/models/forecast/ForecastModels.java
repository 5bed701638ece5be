/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast;

import io.aquatope.models.network.GateNetwork;
import io.aquatope.models.network.HybridBayesianNetwork;
import io.aquatope.models.network.WeightFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * All models by name: {@code default}, the paper's {@code hybrid-bayesian}, and the baselines.
 * Their networks come from the jar, where a model card beside each tells its data, seed, date and
 * scores.
 */
public final class ForecastModels {

  private static final Duration SEASON = Duration.ofHours(1);
  private static final int PASSES = 30;

  private final Duration windowLength;
  private final long seed;
  private GateNetwork gate;
  private HybridBayesianNetwork hybrid;

  /**
   * The models with the networks of the jar.
   *
   * @param windowLength of the windows they will see, at least a second
   * @param seed of the dropout masks of {@code hybrid-bayesian}
   */
  public ForecastModels(Duration windowLength, long seed) {
    this.windowLength = windowLength;
    this.seed = seed;
    try {
      gate = resource("default.weights").into(newGate(0));
      hybrid = resource("hybrid-bayesian.weights").into(newHybrid(0));
    } catch (IOException e) {
      throw new UncheckedIOException("in the jar: " + e.getMessage(), e);
    }
  }

  private static WeightFile resource(String name) throws IOException {
    try (InputStream in = ForecastModels.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("no resource " + name);
      }
      return WeightFile.read(in);
    }
  }

  /** An untrained network for {@code default}. */
  public static GateNetwork newGate(long seed) {
    return new GateNetwork(GateFeatures.COUNT, Experts.COUNT, new SplittableRandom(seed));
  }

  /** An untrained network for {@code hybrid-bayesian}. */
  public static HybridBayesianNetwork newHybrid(long seed) {
    return new HybridBayesianNetwork(new SplittableRandom(seed));
  }

  /**
   * Uses a network from a file instead of the jar's; its kind decides for which model.
   *
   * @throws IOException if the file holds neither kind of network
   */
  public void use(WeightFile file) throws IOException {
    if (file.kind().equals(gate.kind())) {
      gate = file.into(newGate(0));
    } else {
      hybrid = file.into(newHybrid(0));
    }
  }

  /** All models, {@code default} first. */
  public List<ForecastModel> all() {
    List<ForecastModel> models = new ArrayList<>();
    models.add(new MixtureModel(gate, windowLength));
    models.add(new HybridBayesianModel(hybrid, PASSES, seed, windowLength));
    int season = (int) Math.max(1, SEASON.dividedBy(windowLength));
    models.addAll(Baselines.all(season, windowLength));
    return models;
  }

  /**
   * The model of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists all names
   */
  public ForecastModel named(String name) {
    return all().stream()
        .filter(model -> model.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no model '"
                        + name
                        + "', expected one of "
                        + String.join(", ", all().stream().map(ForecastModel::name).toList())));
  }
}
