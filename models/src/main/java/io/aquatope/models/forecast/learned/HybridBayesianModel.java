/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.learned;

import io.aquatope.models.distribution.PredictiveDistribution;
import io.aquatope.models.forecast.DemandWindow;
import io.aquatope.models.forecast.ForecastModel;
import io.aquatope.models.forecast.Forecaster;
import io.aquatope.models.forecast.FunctionTrigger;
import io.aquatope.models.forecast.component.WindowedForecaster;
import io.aquatope.models.network.HybridBayesianNetwork;
import io.aquatope.models.network.ScaledSeries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;

/**
 * The paper's forecaster, kept as reference: {@link HybridBayesianNetwork} on each function's
 * scaled demand. Its output is converted to containers as a normal distribution that is rounded and
 * cut at zero. Further steps feed the mean back as if it had been observed. The dropout masks are
 * drawn from the same seed in each call, so equal histories give equal forecasts.
 */
public final class HybridBayesianModel implements ForecastModel {

  /** Functions per batch: their states stay in the processor's cache. */
  private static final int BATCH = 32;

  private final HybridBayesianNetwork network;
  private final int passes;
  private final long seed;
  private final Duration windowLength;

  /**
   * The reference model.
   *
   * @param passes Monte-Carlo passes per forecast
   * @param seed of the dropout masks
   */
  public HybridBayesianModel(
      HybridBayesianNetwork network, int passes, long seed, Duration windowLength) {
    this.network = network;
    this.passes = passes;
    this.seed = seed;
    this.windowLength = windowLength;
  }

  @Override
  public String name() {
    return "hybrid-bayesian";
  }

  @Override
  public Forecaster forecaster(FunctionTrigger trigger) {
    return new Function(trigger);
  }

  @Override
  public List<List<PredictiveDistribution>> forecast(
      List<? extends Forecaster> functions, int horizon) {
    List<List<PredictiveDistribution>> forecasts = new ArrayList<>(functions.size());
    for (int from = 0; from < functions.size(); from += BATCH) {
      List<ScaledPast> pasts = new ArrayList<>();
      for (Forecaster function :
          functions.subList(from, Math.min(from + BATCH, functions.size()))) {
        pasts.add(((Function) function).past(horizon));
      }
      forecasts.addAll(forecastBatch(pasts, horizon));
    }
    return forecasts;
  }

  private List<List<PredictiveDistribution>> forecastBatch(List<ScaledPast> pasts, int horizon) {
    List<List<PredictiveDistribution>> forecasts = new ArrayList<>();
    pasts.forEach(past -> forecasts.add(new ArrayList<>()));
    SplittableRandom random = new SplittableRandom(seed);
    for (int step = 0; step < horizon; step++) {
      int offset = step;
      List<ScaledSeries> views = pasts.stream().map(past -> past.before(offset)).toList();
      DMatrixRMaj result = network.predict(views, passes, random);
      for (int row = 0; row < pasts.size(); row++) {
        ScaledPast past = pasts.get(row);
        forecasts.get(row).add(past.append(step, result.get(row, 0), result.get(row, 1)));
      }
    }
    return forecasts;
  }

  private final class Function extends WindowedForecaster {

    Function(FunctionTrigger trigger) {
      super(trigger, windowLength);
    }

    @Override
    public void learn(DemandWindow window) {
      history.append(window);
    }

    @Override
    public List<PredictiveDistribution> forecast(int horizon) {
      return forecastBatch(List.of(past(horizon)), horizon).get(0);
    }

    private ScaledPast past(int horizon) {
      return new ScaledPast(history, windowLength, horizon);
    }
  }
}
