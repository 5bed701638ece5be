/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network.layer;

import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** A fully connected layer, y = x W' + b, on a batch: one row per sample. */
public final class DenseLayer implements Layer {

  /** Number of rows from which transposing first is faster: the product then runs along rows. */
  private static final int BLOCK = 16;

  final Parameter weights;
  final Parameter bias;

  /** Weights and bias uniform within 1 / sqrt(inputs). */
  public DenseLayer(int inputs, int outputs, SplittableRandom random) {
    weights = new Parameter(outputs, inputs);
    bias = new Parameter(1, outputs);
    double bound = 1 / Math.sqrt(inputs);
    WeightInitialisation.uniform(weights.value, bound, random);
    WeightInitialisation.uniform(bias.value, bound, random);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(weights, bias);
  }

  /** Rows x inputs to rows x outputs. */
  public DMatrixRMaj forward(DMatrixRMaj input) {
    DMatrixRMaj output = new DMatrixRMaj(input.numRows, weights.value.numRows);
    if (input.numRows < BLOCK) {
      CommonOps_DDRM.multTransB(input, weights.value, output);
    } else {
      CommonOps_DDRM.mult(input, CommonOps_DDRM.transpose(weights.value, null), output);
    }
    for (int row = 0, at = 0; row < output.numRows; row++) {
      for (int column = 0; column < output.numCols; column++) {
        output.data[at++] += bias.value.data[column];
      }
    }
    return output;
  }

  /**
   * Adds to the gradients of weights and bias.
   *
   * @param input the input of {@link #forward}
   * @param slope derivative of the loss by the output
   * @return derivative of the loss by the input
   */
  public DMatrixRMaj backward(DMatrixRMaj input, DMatrixRMaj slope) {
    CommonOps_DDRM.multAddTransA(slope, input, weights.gradient);
    for (int row = 0, at = 0; row < slope.numRows; row++) {
      for (int column = 0; column < slope.numCols; column++) {
        bias.gradient.data[column] += slope.data[at++];
      }
    }
    DMatrixRMaj inputSlope = new DMatrixRMaj(input.numRows, input.numCols);
    CommonOps_DDRM.mult(slope, weights.value, inputSlope);
    return inputSlope;
  }
}
