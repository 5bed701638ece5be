/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aquatope.models.network.layer.ActivationFunctions;
import io.aquatope.models.network.layer.StackedLstm;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class MonteCarloEncoderTest {

  private final StackedLstm encoder = new StackedLstm(5, 64, new SplittableRandom(4));

  @Test
  void everyPassIsThatOfTheEncoderUnderTheSameMasks() {
    encoder.second.inputBias.value.data[2] = 1;
    SplittableRandom random = new SplittableRandom(5);
    List<DMatrixRMaj> inputs = inputs(1, random);
    DMatrixRMaj times = EncoderDecoderTest.random(1, 4, random);

    DMatrixRMaj passes =
        MonteCarloEncoder.sample(encoder, inputs, times, 8, new SplittableRandom(6));

    SplittableRandom same = new SplittableRandom(6);
    for (int pass = 0; pass < 8; pass++) {
      StackedLstm.Masks masks = encoder.masks(1, EncoderDecoder.DROPOUT, same);
      double[] latent = ActivationFunctions.relu(encoder.forward(inputs, masks).output()).data;
      for (int t = 0; t < 48; t++) {
        assertThat(passes.get(pass, t)).isCloseTo(latent[t], within(1e-12));
      }
      assertThat(passes.get(pass, 50)).isEqualTo(times.get(0, 2));
    }
  }

  @Test
  void aQuarterOfThePassesLoseTheWholeLatentSequence() {
    encoder.second.inputBias.value.data[2] = 3;
    SplittableRandom random = new SplittableRandom(5);
    DMatrixRMaj times = EncoderDecoderTest.random(1, 4, random);

    DMatrixRMaj passes =
        MonteCarloEncoder.sample(encoder, inputs(1, random), times, 4000, new SplittableRandom(6));

    long lost =
        IntStream.range(0, 4000)
            .filter(pass -> IntStream.range(0, 48).allMatch(t -> passes.get(pass, t) == 0))
            .count();
    assertThat(lost / 4000.0).isCloseTo(0.25, within(0.025));
  }

  private static List<DMatrixRMaj> inputs(int rows, SplittableRandom random) {
    return IntStream.range(0, 48)
        .mapToObj(t -> EncoderDecoderTest.random(rows, 5, random))
        .toList();
  }
}
