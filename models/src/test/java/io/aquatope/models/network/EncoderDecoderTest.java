/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.models.network.layer.Layer;
import io.aquatope.models.network.layer.StackedLstm;
import io.aquatope.models.network.layer.WeightInitialisation;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class EncoderDecoderTest {

  @Test
  void hasAsManyWeightsAsTheReleasedNetwork() {
    EncoderDecoder network = new EncoderDecoder(new SplittableRandom(1));

    assertThat(count(network.encoder)).isEqualTo(18_444);
    assertThat(count(network.decoder)).isEqualTo(1_292);
    assertThat(count(network)).isEqualTo(22_084);
  }

  @Test
  void gradientsAgreeWithFiniteDifferencesUnderDropout() {
    SplittableRandom random = new SplittableRandom(2);
    EncoderDecoder network = new EncoderDecoder(random);
    network.encoder.second.inputBias.value.data[2] = 1.5;
    List<DMatrixRMaj> inputs = IntStream.range(0, 48).mapToObj(t -> random(3, 5, random)).toList();
    DMatrixRMaj target = random(3, 12, random);
    StackedLstm.Masks encoder = network.encoder.masks(3, 0.25, random);
    CommonOps_DDRM.fill(encoder.second(), 4 / 3.0);
    StackedLstm.Masks decoder = network.decoder.masks(3, 0.25, random);
    CommonOps_DDRM.fill(decoder.second(), 4 / 3.0);

    assertThat(CommonOps_DDRM.elementSum(network.encode(inputs, encoder))).isPositive();
    Gradients.check(
        network.parameters(),
        () -> network.loss(inputs, target, encoder, decoder, true),
        () -> network.loss(inputs, target, encoder, decoder, false));
  }

  static int count(Layer layer) {
    return layer.parameters().stream().mapToInt(p -> p.value.data.length).sum();
  }

  static DMatrixRMaj random(int rows, int columns, SplittableRandom random) {
    DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
    WeightInitialisation.uniform(matrix, 1, random);
    return matrix;
  }
}
