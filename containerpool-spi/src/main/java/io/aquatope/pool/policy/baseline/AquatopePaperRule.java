/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

import io.aquatope.models.distribution.PredictiveDistribution;
import io.aquatope.models.forecast.DemandWindow;
import io.aquatope.models.forecast.ForecastModel;
import io.aquatope.models.forecast.Forecaster;
import io.aquatope.models.forecast.FunctionTrigger;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.policy.DelayRate;
import io.aquatope.prewarm.network.ForecastNetworks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Aquatope's dynamic pool as its paper describes it (Zhou, Zhang and Delimitrou, ASPLOS 2023): each
 * minute, the number of a function's containers is set to the upper bound of the hybrid Bayesian
 * network's forecast of the most containers needed at a time in the next minute,
 *
 * <pre>
 * wanted = smallest k with P(D <= k) >= level,   D ~ N(mean, eta^2), rounded
 * level  = cold / (cold + idle)
 * </pre>
 *
 * where cold is the mean measured delay of the function's cold starts in seconds, and idle is the
 * price of one container's memory for a minute: GB-seconds / 99.69.
 *
 * <p>The paper states neither how mean and uncertainty give a number, nor the level. The level here
 * minimises the expected cost of cold starts and idle memory (the newsvendor problem). The paper
 * trains a network for each function. This rule uses one network, trained in advance on many
 * functions, on each function's own scale. Functions that had no call in the 48 minutes that the
 * network sees have no containers.
 */
final class AquatopePaperRule implements ScalingRule<AquatopePaperRule.Memory> {

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final long WINDOW_MICROS = TimeUnit.MINUTES.toMicros(1);
  private static final int STEPS = 48;
  private static final double MB_PER_GB = 1024;

  private final ForecastModel model;
  private final ColdStartDelays delays = new ColdStartDelays();

  AquatopePaperRule(ForecastModel model) {
    this.model = model;
  }

  /** With the network in the jar. */
  static AquatopePaperRule shipped() {
    return new AquatopePaperRule(
        ForecastNetworks.shipped().models(WINDOW, 0).named("hybrid-bayesian"));
  }

  @Override
  public long tickMicros() {
    return WINDOW_MICROS;
  }

  @Override
  public Memory newMemory(FunctionSpec function) {
    return new Memory(model.forecaster(FunctionTrigger.UNKNOWN));
  }

  @Override
  public void startTook(FunctionSpec function, StartKind start, long delayMicros) {
    delays.startTook(function.id(), start, delayMicros);
  }

  @Override
  public int[] decide(List<Observed<Memory>> functions, long nowMicros) {
    long index = nowMicros / WINDOW_MICROS - 1;
    List<Forecaster> awake = new ArrayList<>();
    for (Observed<Memory> function : functions) {
      FunctionLoad.Interval load = function.load();
      function.memory().observe(new DemandWindow(index, load.calls(), load.peak()));
      if (function.memory().isAwake()) {
        awake.add(function.memory().forecaster);
      }
    }
    List<List<PredictiveDistribution>> forecasts = model.forecast(awake, 1);
    int[] wanted = new int[functions.size()];
    int next = 0;
    for (int i = 0; i < wanted.length; i++) {
      if (functions.get(i).memory().isAwake()) {
        PredictiveDistribution forecast = forecasts.get(next++).get(0);
        wanted[i] = Math.toIntExact(forecast.quantile(level(functions.get(i).function())));
      }
    }
    return wanted;
  }

  double level(FunctionSpec function) {
    double cold = delays.seconds(function.id());
    double idle =
        function.memoryMb() / MB_PER_GB * WINDOW.toSeconds() / DelayRate.GB_SECONDS_PER_SECOND;
    return cold / (cold + idle);
  }

  /** State that the rule keeps for a function. */
  static final class Memory {

    private final Forecaster forecaster;
    private int silentWindows;

    Memory(Forecaster forecaster) {
      this.forecaster = forecaster;
    }

    void observe(DemandWindow window) {
      forecaster.observe(window);
      silentWindows = window.peak() > 0 ? 0 : silentWindows + 1;
    }

    boolean isAwake() {
      return silentWindows < STEPS;
    }
  }
}
