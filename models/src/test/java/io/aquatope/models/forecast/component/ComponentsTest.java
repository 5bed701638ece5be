/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aquatope.models.distribution.GridDistribution;
import io.aquatope.models.distribution.NegativeBinomial;
import io.aquatope.models.forecast.DemandWindow;
import io.aquatope.models.forecast.Demands;
import io.aquatope.models.forecast.FunctionTrigger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What each component is good for. */
class ComponentsTest {

  private static int everyFifth(int t) {
    return t % 5 == 1 ? 1 : 0;
  }

  @Nested
  class IdleTimeHistogram {

    @Test
    void knowsWhenTheNextCallOfATimerIsDue() {
      assertThat(
              Demands.forecast(new IdleTimeCounts(), 1, 101, ComponentsTest::everyFifth).atLeast(1))
          .as("minute 101 is due")
          .isGreaterThan(0.9);
      assertThat(
              Demands.forecast(new IdleTimeCounts(), 1, 102, ComponentsTest::everyFifth).atLeast(1))
          .as("minute 102 is not")
          .isLessThan(0.1);
      assertThat(
              Demands.forecast(new IdleTimeCounts(), 5, 102, ComponentsTest::everyFifth).atLeast(1))
          .as("minute 106 is due, five ahead")
          .isGreaterThan(0.9);
    }
  }

  @Nested
  class Analogues {

    @Test
    void followAPatternOfDifferentGaps() {
      int[] gaps = {3, 1, 4, 1, 5};
      int[] demands = new int[140];
      int at = 0;
      for (int i = 0; at < demands.length; at += gaps[i++ % 5]) {
        demands[at] = 1;
      }

      for (int end = 120; end < 139; end++) {
        int[] past = java.util.Arrays.copyOf(demands, end);
        double active = Demands.forecast(new AnalogueMethod(1), 1, past).atLeast(1);
        assertThat(active).isCloseTo(demands[end], within(0.15));
      }
    }

    @Test
    void tellDemandsApart() {
      GridDistribution next = Demands.forecast(new AnalogueMethod(4), 1, 100, t -> 1 + t % 3);

      assertThat(next.probability(2)).isGreaterThan(0.9);
    }
  }

  @Nested
  class Period {

    @Test
    void isFoundAmongRandomCalls() {
      java.util.SplittableRandom random = new java.util.SplittableRandom(1);
      int[] demands = new int[400];
      java.util.Arrays.setAll(demands, t -> t % 20 == 0 ? 2 : random.nextInt(12) == 0 ? 1 : 0);

      double due = Demands.forecast(new Periodicity(), 1, demands).atLeast(1);
      double notDue = Demands.forecast(new Periodicity(), 8, demands).atLeast(1);

      assertThat(due).isGreaterThan(0.8);
      assertThat(notDue).isLessThan(0.3);
    }
  }

  @Nested
  class Chain {

    @Test
    void predictsWhatFollowedThePresentState() {
      GridDistribution next = Demands.forecast(new MarkovChain(), 1, 101, t -> t % 2 == 0 ? 3 : 0);

      assertThat(next.probability(0)).isGreaterThan(0.9);
      GridDistribution second =
          Demands.forecast(new MarkovChain(), 2, 101, t -> t % 2 == 0 ? 3 : 0);
      assertThat(second.probability(3)).isGreaterThan(0.9);
    }
  }

  @Nested
  class Rate {

    @Test
    void isTheConjugatePosteriorPredictive() {
      GridDistribution next = Demands.forecast(new GammaPoisson(1e9), 1, 2, 0, 1, 3);
      NegativeBinomial expected = new NegativeBinomial(6.1 / 4.5, 6.1);

      for (int k = 0; k < 12; k++) {
        assertThat(next.probability(k)).isCloseTo(expected.probability(k), within(1e-6));
      }
    }

    @Test
    void forgetsAtItsHalfLife() {
      GridDistribution next = Demands.forecast(new GammaPoisson(10), 1, 300, t -> t < 200 ? 50 : 0);

      assertThat(next.mean()).isLessThan(0.1);
    }
  }

  @Nested
  class Quantiles {

    @Test
    void areThoseOfTheLastWindowsOnly() {
      GridDistribution next =
          Demands.forecast(new MovingQuantile(60), 1, 200, t -> t < 140 ? 9 : t % 4);

      assertThat(next.quantile(0.3)).isEqualTo(1);
      assertThat(next.quantile(0.95)).isEqualTo(3);
    }
  }

  @Nested
  class Points {

    @Test
    void lastValueIsCertainWhileNothingChanges() {
      GridDistribution next = Demands.forecast(new ErrorBand(new LastValue()), 1, 100, t -> 7);

      assertThat(next.probability(7)).isGreaterThan(0.95);
    }

    @Test
    void seasonalNaiveRepeatsTheSeason() {
      PointForecast seasonal = new SeasonalNaive(6);
      DemandHistory history = new DemandHistory(FunctionTrigger.UNKNOWN, Demands.MINUTE);
      for (int t = 0; t < 20; t++) {
        history.append(new DemandWindow(t, 0, t % 6));
      }

      assertThat(seasonal.forecast(history, 1)).isEqualTo(20 % 6);
      assertThat(seasonal.forecast(history, 5)).isEqualTo(24 % 6);
      assertThat(seasonal.forecast(history, 8)).isEqualTo(27 % 6);
    }

    @Test
    void smoothingFollowsALevelAfterAStep() {
      GridDistribution next =
          Demands.forecast(
              new ErrorBand(new ExponentialSmoothing()), 1, 200, t -> t < 100 ? 2 : 10);

      assertThat(next.quantile(0.5)).isEqualTo(10);
    }

    @Test
    void autoregressionLearnsAnAlternation() {
      GridDistribution next =
          Demands.forecast(new ErrorBand(new Autoregression()), 1, 201, t -> t % 2 == 0 ? 8 : 2);

      assertThat(next.quantile(0.5)).isEqualTo(2);
    }

    @Test
    void fourierContinuesAWave() {
      PointForecast fourier = new FourierExtrapolation();
      DemandHistory history = new DemandHistory(FunctionTrigger.UNKNOWN, Demands.MINUTE);
      for (int t = 0; t < 256; t++) {
        history.append(new DemandWindow(t, 0, wave(t)));
      }

      for (int step = 1; step <= 16; step++) {
        assertThat(fourier.forecast(history, step)).isCloseTo(wave(255 + step), within(3.0));
      }
    }

    private int wave(int t) {
      return (int) Math.round(12 + 8 * Math.sin(2 * Math.PI * t / 32));
    }
  }
}
