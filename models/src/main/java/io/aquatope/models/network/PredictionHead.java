/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import io.aquatope.models.network.layer.ActivationFunctions;
import io.aquatope.models.network.layer.DenseLayer;
import io.aquatope.models.network.layer.DropoutMask;
import io.aquatope.models.network.layer.Layer;
import io.aquatope.models.network.layer.Parameter;
import io.aquatope.models.network.layer.ParameterList;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Phase two: computes the demand of the requested window, minus that of the first input window,
 * from 48 latent features and 4 time features of the window. Three layers (64, 16, 1) with ReLU and
 * dropout.
 */
final class PredictionHead implements Layer {

  static final int TIMES = 4;
  static final double DROPOUT = 0.2;

  final DenseLayer first;
  final DenseLayer second;
  final DenseLayer last;

  PredictionHead(SplittableRandom random) {
    first = new DenseLayer(EncoderDecoder.STEPS + TIMES, 64, random);
    second = new DenseLayer(64, 16, random);
    last = new DenseLayer(16, 1, random);
  }

  @Override
  public List<Parameter> parameters() {
    return ParameterList.of(first, second, last);
  }

  /** The masks of one pass: before and after the first ReLU, and after the second. */
  record Masks(DMatrixRMaj before, DMatrixRMaj after, DMatrixRMaj second) {}

  Masks masks(int rows, double p, SplittableRandom random) {
    return new Masks(
        DropoutMask.mask(rows, 64, p, random),
        DropoutMask.mask(rows, 64, p, random),
        DropoutMask.mask(rows, 16, p, random));
  }

  /** Rows x 52 to rows x 1. */
  DMatrixRMaj forward(DMatrixRMaj input, Masks masks) {
    DMatrixRMaj one =
        ActivationFunctions.relu(DropoutMask.apply(masks.before(), first.forward(input)));
    DMatrixRMaj two =
        ActivationFunctions.relu(second.forward(DropoutMask.apply(masks.after(), one)));
    return last.forward(DropoutMask.apply(masks.second(), two));
  }

  /** Mean squared error; adds to the gradients. */
  double learn(DMatrixRMaj input, DMatrixRMaj target, Masks masks) {
    DMatrixRMaj one =
        ActivationFunctions.relu(DropoutMask.apply(masks.before(), first.forward(input)));
    DMatrixRMaj oneOut = DropoutMask.apply(masks.after(), one);
    DMatrixRMaj two = ActivationFunctions.relu(second.forward(oneOut));
    DMatrixRMaj twoOut = DropoutMask.apply(masks.second(), two);
    DMatrixRMaj error = last.forward(twoOut);
    CommonOps_DDRM.subtractEquals(error, target);
    final double loss = CommonOps_DDRM.dot(error, error) / error.numRows;
    CommonOps_DDRM.scale(2.0 / error.numRows, error);
    DMatrixRMaj slope = DropoutMask.apply(masks.second(), last.backward(twoOut, error));
    ActivationFunctions.backwardRelu(two, slope);
    slope = DropoutMask.apply(masks.after(), second.backward(oneOut, slope));
    ActivationFunctions.backwardRelu(one, slope);
    first.backward(input, DropoutMask.apply(masks.before(), slope));
    return loss;
  }
}
