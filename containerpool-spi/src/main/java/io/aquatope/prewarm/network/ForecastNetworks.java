/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.network;

import io.aquatope.models.forecast.learned.ForecastModels;
import io.aquatope.models.network.GateNetwork;
import io.aquatope.models.network.HybridBayesianNetwork;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * The trained networks of the forecast models. Those in the jar were trained on public traces. The
 * model card next to each states data, seed, date and scores.
 *
 * @param gate network of {@code default}
 * @param hybrid network of {@code hybrid-bayesian}
 */
public record ForecastNetworks(GateNetwork gate, HybridBayesianNetwork hybrid) {

  /** The networks in the jar. */
  public static ForecastNetworks shipped() {
    try {
      return new ForecastNetworks(
          resource("default.weights").into(ForecastModels.newGate(0)),
          resource("hybrid-bayesian.weights").into(ForecastModels.newHybrid(0)));
    } catch (IOException e) {
      throw new UncheckedIOException("in the jar: " + e.getMessage(), e);
    }
  }

  private static WeightFile resource(String name) throws IOException {
    try (InputStream in = ForecastNetworks.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("no resource " + name);
      }
      return WeightFile.read(in);
    }
  }

  /**
   * A copy with the network of a file, whose kind decides which of the two it replaces.
   *
   * @throws IOException if the file holds neither kind of network
   */
  public ForecastNetworks with(WeightFile file) throws IOException {
    return file.kind().equals(gate.kind())
        ? new ForecastNetworks(file.into(ForecastModels.newGate(0)), hybrid)
        : new ForecastNetworks(gate, file.into(ForecastModels.newHybrid(0)));
  }

  /**
   * The models that use these networks, and the baselines.
   *
   * @param windowLength of the windows they will see, at least a second
   * @param seed of the dropout masks of {@code hybrid-bayesian}
   */
  public ForecastModels models(Duration windowLength, long seed) {
    return new ForecastModels(gate, hybrid, windowLength, seed);
  }
}
