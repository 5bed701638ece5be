/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.learned;

import io.aquatope.models.forecast.ForecastModel;
import io.aquatope.models.forecast.Forecaster;
import io.aquatope.models.forecast.FunctionTrigger;
import io.aquatope.models.network.GateNetwork;
import java.time.Duration;

/**
 * The default model: for each function a Bayesian mixture of cheap experts and of a network's
 * combination of them.
 *
 * <pre>p(D) = w_0 p_net(D) + sum_i w_i p_i(D)</pre>
 *
 * One network serves all functions. It was trained on many, so it forecasts well from the first
 * window. Each function has its own weights. After each window they are multiplied by the
 * likelihood that each forecast gave the outcome, and a fixed share goes back to the prior. So old
 * evidence fades and the function can change its model (Herbster and Warmuth, Tracking the best
 * expert, 1998).
 *
 * <p>The idea is FeMux's (EuroSys 2026): several light forecasters, and for each function the one
 * that performs best at the time. FeMux chooses one per block of time by the block's features. This
 * model weighs all of them, and updates the weights in each window.
 */
public final class MixtureModel implements ForecastModel {

  private final GateNetwork network;
  private final Duration windowLength;

  /**
   * A mixture around a network.
   *
   * @param network trained by {@link GateSampling}
   * @throws IllegalArgumentException if the network reads other features or weighs other experts
   */
  public MixtureModel(GateNetwork network, Duration windowLength) {
    if (network.features() != GateFeatures.COUNT || network.experts() != ExpertComponents.COUNT) {
      throw new IllegalArgumentException(
          String.format(
              "network reads %s features of %s experts, expected %s of %s",
              network.features(), network.experts(), GateFeatures.COUNT, ExpertComponents.COUNT));
    }
    this.network = network;
    this.windowLength = windowLength;
  }

  @Override
  public String name() {
    return "default";
  }

  @Override
  public Forecaster forecaster(FunctionTrigger trigger) {
    return new CompactForecaster(trigger, this);
  }

  MixtureForecaster open(FunctionTrigger trigger) {
    return new MixtureForecaster(network, trigger, windowLength);
  }
}
