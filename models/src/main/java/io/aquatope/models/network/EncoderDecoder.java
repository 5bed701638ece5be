/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import io.aquatope.models.network.layer.ActivationFunctions;
import io.aquatope.models.network.layer.ColumnSequence;
import io.aquatope.models.network.layer.DenseLayer;
import io.aquatope.models.network.layer.Layer;
import io.aquatope.models.network.layer.Parameter;
import io.aquatope.models.network.layer.ParameterList;
import io.aquatope.models.network.layer.StackedLstm;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/**
 * Phase one of the hybrid Bayesian network. An encoder turns 48 windows into 48 latent values. A
 * decoder reconstructs the next 12 windows from them and from the last 12 demands, so the encoder
 * must keep the information that the future depends on. After training only the encoder is used.
 *
 * <pre>
 * latent = relu(VD(LSTM2(VD(LSTM1(48 x 5)))))               LSTM1 64 units, LSTM2 1
 * next12 = fc2(fc1(VD(LSTM4(VD(LSTM3([latent, last 12]))))))  LSTM3 16 units, LSTM4 1, fc1 32
 * </pre>
 */
final class EncoderDecoder implements Layer {

  static final int STEPS = 48;
  static final int AHEAD = 12;
  static final int FEATURES = 5;
  static final double DROPOUT = 0.25;

  final StackedLstm encoder;
  final StackedLstm decoder;
  final DenseLayer hidden;
  final DenseLayer output;

  EncoderDecoder(SplittableRandom random) {
    encoder = new StackedLstm(FEATURES, 64, random);
    decoder = new StackedLstm(1, 16, random);
    hidden = new DenseLayer(STEPS + AHEAD, 32, random);
    output = new DenseLayer(32, AHEAD, random);
  }

  @Override
  public List<Parameter> parameters() {
    return ParameterList.of(encoder, decoder, hidden, output);
  }

  /** Latent features, rows x 48. */
  DMatrixRMaj encode(List<DMatrixRMaj> inputs, StackedLstm.Masks masks) {
    return ActivationFunctions.relu(encoder.forward(inputs, masks).output());
  }

  /**
   * Mean squared error of the reconstruction; adds to the gradients if {@code learn}.
   *
   * @param inputs 48 matrices, rows x 5
   * @param target the next 12 demands, each less the first input's, rows x 12
   */
  double loss(
      List<DMatrixRMaj> inputs,
      DMatrixRMaj target,
      StackedLstm.Masks encoderMasks,
      StackedLstm.Masks decoderMasks,
      boolean learn) {
    StackedLstm.Run encoded = encoder.forward(inputs, encoderMasks);
    DMatrixRMaj latent = ActivationFunctions.relu(encoded.output());
    List<DMatrixRMaj> sequence = ColumnSequence.split(latent);
    for (DMatrixRMaj input : inputs.subList(STEPS - AHEAD, STEPS)) {
      sequence.add(CommonOps_DDRM.extractColumn(input, 0, null));
    }
    StackedLstm.Run decoded = decoder.forward(sequence, decoderMasks);
    DMatrixRMaj middle = hidden.forward(decoded.output());
    DMatrixRMaj error = output.forward(middle);
    CommonOps_DDRM.subtractEquals(error, target);
    double norm = NormOps_DDRM.normF(error);
    double loss = norm * norm / error.data.length;
    if (learn) {
      CommonOps_DDRM.scale(2.0 / error.data.length, error);
      DMatrixRMaj slope = hidden.backward(decoded.output(), output.backward(middle, error));
      List<DMatrixRMaj> slopes = decoder.backward(decoded, slope);
      DMatrixRMaj latentSlope = ColumnSequence.join(slopes.subList(0, STEPS));
      ActivationFunctions.backwardRelu(latent, latentSlope);
      encoder.backward(encoded, latentSlope);
    }
    return loss;
  }
}
