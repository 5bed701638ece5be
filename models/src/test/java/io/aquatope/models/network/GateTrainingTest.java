/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class GateTrainingTest {

  @Test
  void gradientsAgreeWithFiniteDifferences() {
    GateNetwork network = new GateNetwork(3, 2, new SplittableRandom(1));
    GateSample[] batch = samples(6, new SplittableRandom(2)).toArray(GateSample[]::new);
    DMatrixRMaj input = new DMatrixRMaj(6, 3);
    for (int row = 0; row < 6; row++) {
      for (int i = 0; i < 3; i++) {
        input.set(row, i, batch[row].features()[i]);
      }
    }

    Gradients.check(
        network.parameters(),
        () -> network.accumulate(input, (o, s) -> GateTraining.loss(batch, o, s)),
        () -> GateTraining.loss(batch, network.forward(input), new DMatrixRMaj(6, 3)));
  }

  @Test
  void learnsWhenThereIsDemandAndWhichExpertToTrust() {
    GateNetwork network = new GateNetwork(3, 2, new SplittableRandom(1));
    List<GateSample> samples = samples(4000, new SplittableRandom(2));
    GateTraining training =
        new GateTraining(network, samples, samples(1000, new SplittableRandom(3)), 20, 4);

    double before = training.validate();
    for (int epoch = 0; epoch < 20; epoch++) {
      training.epoch();
    }

    assertThat(training.validate()).isLessThan(0.3 * before);
    double[] busy = network.evaluate(new double[] {1, 1, 0});
    double[] silent = network.evaluate(new double[] {-1, 1, 0});
    assertThat(busy[0]).isGreaterThan(2);
    assertThat(silent[0]).isLessThan(-2);
    assertThat(busy[1]).as("the first expert is right where feature 2 is 1").isGreaterThan(busy[2]);
  }

  /** Demand where the first feature is positive; the second tells which of two experts is right. */
  private static List<GateSample> samples(int size, SplittableRandom random) {
    List<GateSample> samples = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      float busy = random.nextBoolean() ? 1 : -1;
      float right = random.nextInt(2);
      float[] likelihoods =
          busy > 0 ? new float[] {0.05f + 0.9f * right, 0.95f - 0.9f * right} : new float[0];
      samples.add(
          new GateSample(new float[] {busy, right, (float) random.nextDouble()}, likelihoods));
    }
    return samples;
  }
}
