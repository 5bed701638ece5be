/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network.layer;

import org.ejml.data.DMatrixRMaj;

/** Element-wise functions on a batch; each backward step takes the function's own output. */
public final class ActivationFunctions {

  private ActivationFunctions() {}

  public static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /**
   * Computes tanh by the exponential: several times faster than {@link Math#tanh} and accurate
   * enough.
   */
  public static double tanh(double x) {
    return 2 / (1 + Math.exp(-2 * x)) - 1;
  }

  public static DMatrixRMaj tanh(DMatrixRMaj input) {
    DMatrixRMaj output = new DMatrixRMaj(input.numRows, input.numCols);
    for (int i = 0; i < output.data.length; i++) {
      output.data[i] = tanh(input.data[i]);
    }
    return output;
  }

  /** Multiplies the slope by 1 - output^2, in place. */
  public static void backwardTanh(DMatrixRMaj output, DMatrixRMaj slope) {
    for (int i = 0; i < slope.data.length; i++) {
      slope.data[i] *= 1 - output.data[i] * output.data[i];
    }
  }

  public static DMatrixRMaj relu(DMatrixRMaj input) {
    DMatrixRMaj output = new DMatrixRMaj(input.numRows, input.numCols);
    for (int i = 0; i < output.data.length; i++) {
      output.data[i] = Math.max(0, input.data[i]);
    }
    return output;
  }

  /** Multiplies the slope by one where the output is positive and zero elsewhere, in place. */
  public static void backwardRelu(DMatrixRMaj output, DMatrixRMaj slope) {
    for (int i = 0; i < slope.data.length; i++) {
      if (!(output.data[i] > 0)) {
        slope.data[i] = 0;
      }
    }
  }
}
