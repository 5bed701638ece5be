/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aquatope.models.distribution.DemandGrid;
import io.aquatope.models.distribution.PredictiveDistribution;
import io.aquatope.models.forecast.DemandWindow;
import io.aquatope.models.forecast.Demands;
import io.aquatope.models.forecast.ForecastModel;
import io.aquatope.models.forecast.Forecaster;
import io.aquatope.models.forecast.FunctionTrigger;
import io.aquatope.models.forecast.learned.ForecastModels;
import io.aquatope.models.forecast.learned.MixtureModel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jol.info.GraphLayout;

/**
 * Forecasts of functions that are seldom called come from the few windows with demand, are held in
 * a few hundred bytes, and are still those that all windows give.
 */
class SparseHistoryTest {

  private static final double[] RATES = {0.002, 0.01, 0.05, 0.12};

  private final ForecastModel model = new MixtureModel(ForecastModels.newGate(1), Demands.MINUTE);

  /** Calls at random, of a timer, or both, then a pause; up to 2,300 windows. */
  private static int[] demands(SplittableRandom random) {
    int[] demands = new int[1 + random.nextInt(2300)];
    double rate = RATES[random.nextInt(RATES.length)];
    int period = 10 + random.nextInt(400);
    boolean timer = random.nextBoolean();
    int pause = random.nextInt(3) == 0 ? random.nextInt(300) : 0;
    for (int t = 0; t < demands.length - pause; t++) {
      if (random.nextDouble() < rate || (timer && t % period == 0)) {
        demands[t] = 1 + random.nextInt(random.nextInt(5) == 0 ? 40 : 2);
      }
    }
    return demands;
  }

  /** What a window-by-window look at the same past gives. */
  private static double[] byWindows(DemandComponent component, DemandHistory history, int step) {
    DemandHistory dense =
        new DemandHistory(FunctionTrigger.UNKNOWN, Demands.MINUTE) {
          @Override
          boolean isSparse() {
            return false;
          }
        };
    for (int lag = history.size(); lag >= 1; lag--) {
      int peak = (int) DemandGrid.lower(history.bin(lag));
      dense.append(new DemandWindow(10_000 - lag, peak, peak));
    }
    double[] mass = new double[DemandGrid.BINS];
    component.predict(dense, step, mass);
    return mass;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void pausesGiveTheForecastsThatWindowsGive(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int run = 0; run < 60; run++) {
      DemandHistory history = new DemandHistory(FunctionTrigger.UNKNOWN, Demands.MINUTE);
      for (int demand : demands(random)) {
        history.append(new DemandWindow(history.size(), demand, demand));
      }
      if (history.idle() >= DemandHistory.CAPACITY) {
        continue;
      }
      for (DemandComponent component :
          List.of(
              new IdleTimeCounts(),
              new AnalogueMethod(1),
              new AnalogueMethod(4),
              new MarkovChain())) {
        int step = 1 + random.nextInt(3);
        double[] mass = new double[DemandGrid.BINS];
        component.predict(history, step, mass);

        assertThat(mass)
            .as("%s, %s of %s windows, seed %s", component, history.demands(), history.size(), seed)
            .containsExactly(byWindows(component, history, step), within(1e-9));
      }
    }
  }

  /** Seasons and an autoregression are learnt again from the history, which rounds differently. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aForecasterThatWasHeldCompactlyForecastsAsOneThatWasNot(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    SummaryStatistics differences = new SummaryStatistics();
    for (int run = 0; run < 5; run++) {
      Forecaster held = model.forecaster(FunctionTrigger.UNKNOWN);
      Forecaster open = model.forecaster(FunctionTrigger.UNKNOWN);
      int[] demands = demands(random);
      for (int t = 0; t < demands.length; t++) {
        DemandWindow window = new DemandWindow(t, demands[t], demands[t]);
        held.observe(window);
        open.observe(window);
        if (t % 5 == 0) {
          held.compact();
        }
        if (t % 41 == 0) {
          differences.addValue(Math.abs(anyCall(held.brief(2)) - anyCall(open.forecast(2))));
        }
      }
    }
    assertThat(differences.getMean()).as("mean difference, seed %s", seed).isLessThan(2e-3);
    assertThat(differences.getMax()).as("largest difference, seed %s", seed).isLessThan(0.2);
  }

  private static double anyCall(List<PredictiveDistribution> forecast) {
    return forecast.get(1).atLeast(1);
  }

  /** Without it the forecasts of 100,000 functions take longer than a window. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aBriefForecastIsTheWholeOneWhereAlmostAllOfItLies(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int run = 0; run < 20; run++) {
      Forecaster forecaster = model.forecaster(FunctionTrigger.UNKNOWN);
      int[] demands = demands(random);
      for (int t = 0; t < demands.length; t++) {
        forecaster.observe(new DemandWindow(t, demands[t], demands[t]));
      }
      List<PredictiveDistribution> whole = forecaster.forecast(2);
      List<PredictiveDistribution> brief = forecaster.brief(2);
      for (int step = 0; step < 2; step++) {
        for (int demand = 0; demand < 40; demand++) {
          double expected = whole.get(step).cumulative(demand);
          double cumulative = brief.get(step).cumulative(demand);
          if (expected < Forecaster.NEARLY_ALL) {
            assertThat(cumulative).as("seed %s", seed).isCloseTo(expected, within(1e-9));
          } else {
            assertThat(cumulative).isGreaterThanOrEqualTo(Forecaster.NEARLY_ALL - 1e-9);
          }
        }
      }
    }
  }

  /** Large demands are not exact in a history, so that they cannot be learnt from it again. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 31, 32, 33, 5000})
  void aYoungFunctionThatWasHeldCompactlyForecastsExactlyAsOneThatWasNot(int mostDemand) {
    SplittableRandom random = new SplittableRandom(mostDemand);
    for (int run = 0; run < 20; run++) {
      Forecaster held = model.forecaster(FunctionTrigger.UNKNOWN);
      Forecaster open = model.forecaster(FunctionTrigger.UNKNOWN);
      for (int t = 0; t < 80; t++) {
        int demand = t == 0 || random.nextInt(3) == 0 ? 1 + random.nextInt(mostDemand) : 0;
        held.observe(new DemandWindow(t, demand, demand));
        open.observe(new DemandWindow(t, demand, demand));
        held.compact();
        assertThat(byDemand(held.forecast(2)))
            .as("window %s of run %s", t, run)
            .containsExactly(byDemand(open.forecast(2)));
      }
    }
  }

  private static double[] byDemand(List<PredictiveDistribution> forecast) {
    return IntStream.range(0, 2 * 64)
        .mapToDouble(i -> forecast.get(i / 64).atLeast(i % 64))
        .toArray();
  }

  /** A tenant can have many new functions at a time, but no old ones. */
  @Test
  void aFunctionThatIsNewTakesHalfAKibibyte() {
    List<Forecaster> forecasters = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Forecaster forecaster = model.forecaster(FunctionTrigger.HTTP);
      forecaster.observe(new DemandWindow(0, 1, 1));
      for (int t = 1; t < 16; t++) {
        forecaster.observe(new DemandWindow(t, 0, 0));
      }
      assertThat(forecaster.brief(2)).hasSize(2);
      forecaster.compact();
      forecasters.add(forecaster);
    }

    assertThat(bytesOfEach(forecasters)).isLessThan(512);
  }

  /** 100,000 functions took 2.4 GB. */
  @Test
  void aFunctionThatIsSeldomCalledTakesHalfAKibibyte() {
    List<Forecaster> forecasters = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100; i++) {
      Forecaster forecaster = model.forecaster(FunctionTrigger.HTTP);
      for (int t = 0; t < 2048; t++) {
        if (random.nextInt(100) == 0 || t == 1950) {
          forecaster.observe(new DemandWindow(t, 1, 1));
        }
      }
      forecaster.observe(new DemandWindow(2048, 0, 0));
      assertThat(forecaster.brief(2)).hasSize(2);
      forecaster.compact();
      forecasters.add(forecaster);
    }
    assertThat(bytesOfEach(forecasters)).isLessThan(1024);
  }

  private long bytesOfEach(List<Forecaster> forecasters) {
    long all = GraphLayout.parseInstance(forecasters, model, FunctionTrigger.HTTP).totalSize();
    long ofAllFunctions = GraphLayout.parseInstance(model, FunctionTrigger.HTTP).totalSize();
    return (all - ofAllFunctions) / forecasters.size();
  }
}
