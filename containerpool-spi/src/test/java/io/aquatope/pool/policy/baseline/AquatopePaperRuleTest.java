/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aquatope.models.distribution.DemandGrid;
import io.aquatope.models.distribution.GridDistribution;
import io.aquatope.models.distribution.PredictiveDistribution;
import io.aquatope.models.forecast.DemandWindow;
import io.aquatope.models.forecast.ForecastModel;
import io.aquatope.models.forecast.Forecaster;
import io.aquatope.models.forecast.FunctionTrigger;
import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.StartKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AquatopePaperRuleTest {

  private static final long MINUTE = 60_000_000;

  private final FunctionSpec function = Functions.of("f", 1024, 1);
  private final List<DemandWindow> observed = new ArrayList<>();

  /** Forecasts 1, 2, 3 and 4 containers with probability 0.25 each, whatever it sees. */
  private final class Even implements ForecastModel, Forecaster {

    @Override
    public String name() {
      return "even";
    }

    @Override
    public Forecaster forecaster(FunctionTrigger trigger) {
      return this;
    }

    @Override
    public void observe(DemandWindow window) {
      observed.add(window);
    }

    @Override
    public List<PredictiveDistribution> forecast(int horizon) {
      double[] mass = new double[DemandGrid.BINS];
      for (int demand = 1; demand <= 4; demand++) {
        mass[demand] = 0.25;
      }
      return List.of(GridDistribution.of(mass));
    }
  }

  private final AquatopePaperRule rule = new AquatopePaperRule(new Even());
  private final AquatopePaperRule.Memory memory = rule.newMemory(function);

  private int wantedAfter(int peak, long minute) {
    var load = new FunctionLoad.Interval(2 * peak, peak, 0);
    var seen = new ScalingRule.Observed<>(function, memory, load, new FunctionCount(0, 0, 0, 0));
    return rule.decide(List.of(seen), minute * MINUTE)[0];
  }

  @Test
  void theLevelWeighsAColdStartAgainstAMinuteOfMemory() {
    // A GB for a minute costs 60 / 99.69 s = 0.6019 s.
    assertThat(rule.level(function)).isCloseTo(1 / 1.601866, within(1e-5));

    rule.startTook(function, StartKind.COLD, 5_400_000);
    assertThat(rule.level(function)).isCloseTo(5.4 / 6.001866, within(1e-5));
  }

  @Test
  void wantsTheSmallestNumberThatCoversTheDemandAtTheLevel() {
    assertThat(wantedAfter(1, 1)).as("level 0.62").isEqualTo(3);

    rule.startTook(function, StartKind.COLD, 5_400_000);
    assertThat(wantedAfter(1, 2)).as("level 0.90").isEqualTo(4);
  }

  @Test
  void tellsTheModelOfTheMinuteThatHasEnded() {
    wantedAfter(3, 7);

    assertThat(observed).containsExactly(new DemandWindow(6, 6, 3));
  }

  @Test
  void aFunctionThatTheNetworkSeesNoCallOfHasNoContainers() {
    wantedAfter(1, 1);
    for (int minute = 2; minute <= 48; minute++) {
      assertThat(wantedAfter(0, minute)).as("minute %s", minute).isEqualTo(3);
    }

    assertThat(wantedAfter(0, 49)).isZero();
  }
}
