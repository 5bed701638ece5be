/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.models.distribution.PredictiveDistribution;
import io.aquatope.models.forecast.learned.ForecastModels;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever a clock and a function may do: every model's forecasts stay finite and monotone. */
class HostileSeriesTest {

  private static final ForecastModels MODELS = Demands.untrained();
  private static final double[] LEVELS = {1e-6, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1 - 1e-9};

  @Property(tries = 40)
  void anySeries(@ForAll("windows") List<DemandWindow> windows) {
    for (ForecastModel model : MODELS.all()) {
      Forecaster forecaster = model.forecaster(FunctionTrigger.UNKNOWN);
      windows.forEach(forecaster::observe);
      check(model, forecaster);
    }
  }

  @Provide
  Arbitrary<List<DemandWindow>> windows() {
    Arbitrary<Integer> demand =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(10, Arbitraries.just(0)),
            net.jqwik.api.Tuple.of(5, Arbitraries.integers().between(1, 5)),
            net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0, 1_000_000)),
            net.jqwik.api.Tuple.of(1, Arbitraries.just(Integer.MAX_VALUE)));
    Arbitrary<Long> step =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(20, Arbitraries.just(1L)),
            net.jqwik.api.Tuple.of(1, Arbitraries.longs().between(-5, 90)));
    return Combinators.combine(demand, demand, step)
        .as((arrivals, peak, by) -> new long[] {arrivals, peak, by})
        .list()
        .ofMaxSize(120)
        .map(
            moves -> {
              List<DemandWindow> windows = new ArrayList<>();
              long index = 0;
              for (long[] move : moves) {
                index += move[2];
                windows.add(new DemandWindow(index, (int) move[0], (int) move[1]));
              }
              return windows;
            });
  }

  @Test
  void nothingSeenYet() {
    check(0, t -> 0);
  }

  @Test
  void aFunctionSeenOnce() {
    check(300, t -> t == 17 ? 1 : 0);
  }

  @Test
  void aMonthOfZeros() {
    for (ForecastModel model : MODELS.all()) {
      Forecaster forecaster = model.forecaster(FunctionTrigger.HTTP);
      forecaster.observe(new DemandWindow(0, 1, 1));
      forecaster.observe(new DemandWindow(30 * 1440, 0, 0));
      check(model, forecaster);
      assertThat(forecaster.forecast(1).get(0).atLeast(1)).as(model.name()).isLessThan(0.05);
    }
  }

  @Test
  void burstsBetweenSilence() {
    check(600, t -> t % 100 < 5 ? 5_000 : 0);
  }

  @Test
  void countsOfAMillion() {
    SplittableRandom random = new SplittableRandom(1);
    check(300, t -> 900_000 + random.nextInt(200_000));
  }

  @Test
  void demandOfAMillionIsForeseenAsOne() {
    for (ForecastModel model : MODELS.all()) {
      if (!model.name().equals("hybrid-bayesian")) {
        Forecaster forecaster = model.forecaster(FunctionTrigger.QUEUE);
        Demands.observe(forecaster, 0, 200, t -> 1_000_000);
        assertThat(forecaster.forecast(1).get(0).quantile(0.5))
            .as(model.name())
            .isBetween(900_000L, 1_100_000L);
      }
    }
  }

  private static void check(int size, IntUnaryOperator demand) {
    for (ForecastModel model : MODELS.all()) {
      Forecaster forecaster = model.forecaster(FunctionTrigger.TIMER);
      Demands.observe(forecaster, 0, size, demand);
      check(model, forecaster);
    }
  }

  private static void check(ForecastModel model, Forecaster forecaster) {
    for (PredictiveDistribution forecast : forecaster.forecast(3)) {
      assertThat(forecast.mean()).as(model.name()).isFinite().isNotNegative();
      assertThat(forecast.variance()).as(model.name()).isFinite().isNotNegative();
      long before = 0;
      for (double level : LEVELS) {
        long quantile = forecast.quantile(level);
        assertThat(quantile).as(model.name()).isBetween(before, (long) Integer.MAX_VALUE);
        before = quantile;
      }
      assertThat(forecast.atLeast(0)).as(model.name()).isEqualTo(1);
    }
  }
}
