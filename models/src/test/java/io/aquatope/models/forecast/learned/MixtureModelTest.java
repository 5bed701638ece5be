/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.models.distribution.PredictiveDistribution;
import io.aquatope.models.forecast.DemandWindow;
import io.aquatope.models.forecast.Demands;
import io.aquatope.models.forecast.ForecastModel;
import io.aquatope.models.forecast.Forecaster;
import io.aquatope.models.forecast.FunctionTrigger;
import io.aquatope.models.network.GateNetwork;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.GraphLayout;

/** With an untrained network, so that what is seen is the function's own learning. */
class MixtureModelTest {

  private final ForecastModel model = new MixtureModel(ForecastModels.newGate(1), Demands.MINUTE);

  @Test
  void findsTheModelOfATimer() {
    Forecaster forecaster = model.forecaster(FunctionTrigger.TIMER);
    Demands.observe(forecaster, 0, 120, t -> t % 10 == 0 ? 1 : 0);

    List<PredictiveDistribution> next = forecaster.forecast(12);

    assertThat(next.get(0).atLeast(1)).as("minute 120 is due").isGreaterThan(0.8);
    assertThat(next.get(4).atLeast(1)).as("minute 124 is not").isLessThan(0.2);
  }

  @Test
  void changesItsModelWhenTheBehaviourChanges() {
    Forecaster forecaster = model.forecaster(FunctionTrigger.UNKNOWN);
    Demands.observe(forecaster, 0, 300, t -> t % 10 == 0 ? 1 : 0);
    Demands.observe(forecaster, 300, 400, t -> 40 + t % 3);

    PredictiveDistribution next = forecaster.forecast(1).get(0);

    assertThat(next.quantile(0.05)).isGreaterThan(30);
    assertThat(next.quantile(0.95)).isLessThan(55);
  }

  @Test
  void gapsInTheClockAreSilence() {
    Forecaster told = model.forecaster(FunctionTrigger.HTTP);
    Forecaster skipped = model.forecaster(FunctionTrigger.HTTP);
    Demands.observe(told, 0, 90, t -> t % 7 == 0 ? 2 : 0);
    for (int t = 0; t < 85; t += 7) {
      skipped.observe(new DemandWindow(t, 2, 2));
    }
    skipped.observe(new DemandWindow(89, 0, 0));

    assertThat(skipped.forecast(1).get(0).mean()).isEqualTo(told.forecast(1).get(0).mean());
  }

  @Test
  void aWindowThatIsNotNewChangesNothing() {
    Forecaster forecaster = model.forecaster(FunctionTrigger.HTTP);
    Demands.observe(forecaster, 0, 50, t -> t % 3);
    double before = forecaster.forecast(1).get(0).mean();

    forecaster.observe(new DemandWindow(49, 1000, 1000));
    forecaster.observe(new DemandWindow(3, 1000, 1000));

    assertThat(forecaster.forecast(1).get(0).mean()).isEqualTo(before);
  }

  @Test
  void oneFunctionTakesLessThanSixteenKibibytes() {
    GateNetwork network = ForecastModels.newGate(1);
    ForecastModel shared = new MixtureModel(network, Demands.MINUTE);
    for (int level : new int[] {1, 1_000, 1_000_000}) {
      Forecaster forecaster = shared.forecaster(FunctionTrigger.HTTP);
      Demands.observe(forecaster, 0, 1500, t -> t % 3 == 0 ? level : t % 50);
      assertThat(forecaster.forecast(1)).hasSize(1);

      long all = GraphLayout.parseInstance(forecaster, network, FunctionTrigger.HTTP).totalSize();
      long ofAllFunctions = GraphLayout.parseInstance(network, FunctionTrigger.HTTP).totalSize();

      assertThat(all - ofAllFunctions).as("bytes at demand %d", level).isLessThan(16 * 1024);
    }
  }

  @Test
  void refusesANetworkOfAnotherShape() {
    assertThatThrownBy(
            () -> new MixtureModel(new GateNetwork(3, 2, new SplittableRandom(1)), Demands.MINUTE))
        .hasMessageContaining("3 features of 2 experts");
  }
}
