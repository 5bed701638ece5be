/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast;

import io.aquatope.models.distribution.PredictiveDistribution;
import io.aquatope.models.forecast.component.BaselineModels;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One window of 1,000 active functions on one core: each is told its newest window and then
 * forecast. A day of history is there already.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ForecastBenchmark {

  private static final int FUNCTIONS = 1000;
  private static final int HISTORY = 1440;

  @Param({"default", "hybrid-bayesian"})
  String model = "default";

  private final List<Forecaster> forecasters = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(1);
  private ForecastModel chosen = BaselineModels.all(60, Demands.MINUTE).get(0);
  private int now;

  @Setup
  public void setUp() {
    chosen = Demands.untrained().named(model);
    for (int i = 0; i < FUNCTIONS; i++) {
      forecasters.add(chosen.forecaster(FunctionTrigger.HTTP));
    }
    for (now = 0; now < HISTORY; now++) {
      tell();
    }
  }

  @Benchmark
  public List<List<PredictiveDistribution>> oneWindow() {
    tell();
    now++;
    return chosen.forecast(forecasters, 1);
  }

  /** A third of the functions are timers, a third random calls, a third busy. */
  private void tell() {
    for (int i = 0; i < FUNCTIONS; i++) {
      int demand =
          switch (i % 3) {
            case 0 -> now % (2 + i % 29) == 0 ? 1 : 0;
            case 1 -> random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0;
            default -> 5 + i % 50 + random.nextInt(10);
          };
      forecasters.get(i).observe(new DemandWindow(now, demand, demand));
    }
  }
}
