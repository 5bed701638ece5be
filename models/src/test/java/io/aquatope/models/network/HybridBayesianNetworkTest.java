/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class HybridBayesianNetworkTest {

  @Test
  void learnsAnAlternatingDemandInBothPhases() {
    HybridBayesianNetwork network = new HybridBayesianNetwork(new SplittableRandom(1));
    List<ScaledSeries> series = List.of(alternating(0, 200), alternating(1, 200));
    List<ScaledSeries> held = List.of(alternating(0, 100));
    ReconstructionTraining first = new ReconstructionTraining(network, series, held, 2);
    PredictionTraining second = new PredictionTraining(network, series, held, 2);

    double before = first.validate();
    for (int epoch = 0; epoch < 5; epoch++) {
      first.epoch();
    }
    double between = second.validate();
    for (int epoch = 0; epoch < 15; epoch++) {
      second.epoch();
    }

    assertThat(first.validate()).isLessThan(before);
    assertThat(second.validate()).isLessThan(0.8 * between);
    assertThat(network.inherentNoise()).isCloseTo(second.validate(), within(1e-12));
  }

  @Test
  void varianceIsNeverBelowTheInherentNoise() {
    HybridBayesianNetwork network = new HybridBayesianNetwork(new SplittableRandom(1));
    network.inherentNoise(0.3);

    DMatrixRMaj forecasts =
        network.predict(
            List.of(alternating(0, 48), alternating(1, 48)), 30, new SplittableRandom(2));

    assertThat(forecasts.numRows).isEqualTo(2);
    assertThat(forecasts.get(0, 1)).isGreaterThan(0.3);
    assertThat(forecasts.get(1, 1)).isGreaterThan(0.3);
  }

  @Test
  void continuesAfterAnInterruptionAsIfThereHadBeenNone() {
    List<ScaledSeries> series = List.of(alternating(0, 80));
    HybridBayesianNetwork whole = new HybridBayesianNetwork(new SplittableRandom(1));
    ReconstructionTraining unbroken = new ReconstructionTraining(whole, series, series, 2);
    unbroken.epoch();
    List<double[]> saved = new ArrayList<>();
    unbroken.state().forEach(block -> saved.add(block.clone()));
    double expected = unbroken.epoch();

    HybridBayesianNetwork again = new HybridBayesianNetwork(new SplittableRandom(7));
    ReconstructionTraining resumed = new ReconstructionTraining(again, series, series, 2);
    resumed.restore(saved);

    assertThat(resumed.epoch()).isEqualTo(expected);
  }

  private static ScaledSeries alternating(int phase, int size) {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = (i + phase) % 2 == 0 ? 1 : -1;
    }
    return new ScaledSeries(values, 0, 60);
  }
}
