/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class PredictionHeadTest {

  @Test
  void hasAsManyWeightsAsTheReleasedNetwork() {
    assertThat(EncoderDecoderTest.count(new PredictionHead(new SplittableRandom(1))))
        .isEqualTo(4_449);
  }

  @Test
  void gradientsAgreeWithFiniteDifferencesUnderDropout() {
    SplittableRandom random = new SplittableRandom(3);
    PredictionHead head = new PredictionHead(random);
    DMatrixRMaj input = EncoderDecoderTest.random(4, 52, random);
    DMatrixRMaj target = EncoderDecoderTest.random(4, 1, random);
    PredictionHead.Masks masks = head.masks(4, 0.2, random);

    Gradients.check(
        head.parameters(),
        () -> head.learn(input, target, masks),
        () -> head.learn(input, target, masks));
  }
}
