/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import io.aquatope.models.network.layer.ActivationFunctions;
import io.aquatope.models.network.layer.LstmLayer;
import io.aquatope.models.network.layer.StackedLstm;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;

/**
 * Many passes through an encoder under random masks, at little more than the cost of one. The first
 * layer has no dropout inside its recurrence, so its states are the same in all passes and are
 * computed once. Only the second layer, which has a single unit, runs for each pass.
 */
final class MonteCarloEncoder {

  private MonteCarloEncoder() {}

  /**
   * Latent features of all passes, followed by the time features: (functions passes) x 52, a
   * function's passes one after the other.
   */
  static DMatrixRMaj sample(
      StackedLstm encoder,
      List<DMatrixRMaj> inputs,
      DMatrixRMaj times,
      int passes,
      SplittableRandom random) {
    int steps = inputs.size();
    int size = encoder.first.size();
    int rows = times.numRows;
    List<DMatrixRMaj> states = encoder.first.forward(inputs).states();
    DMatrixRMaj result = new DMatrixRMaj(rows * passes, steps + times.numCols);
    double[] byUnit = new double[size * steps];
    for (int row = 0; row < rows; row++) {
      for (int t = 0; t < steps; t++) {
        for (int k = 0; k < size; k++) {
          byUnit[k * steps + t] = states.get(t).data[row * size + k];
        }
      }
      for (int pass = 0; pass < passes; pass++) {
        int at = (row * passes + pass) * result.numCols;
        StackedLstm.Masks masks = encoder.masks(1, EncoderDecoder.DROPOUT, random);
        latent(encoder.second, byUnit, masks, result.data, at, steps);
        System.arraycopy(times.data, row * times.numCols, result.data, at + steps, times.numCols);
      }
    }
    return result;
  }

  /** One pass of the second layer for one function, with mask and ReLU. */
  private static void latent(
      LstmLayer layer,
      double[] byUnit,
      StackedLstm.Masks masks,
      double[] target,
      int at,
      int steps) {
    double[][] gates = new double[4][steps];
    int size = masks.first().numCols;
    for (int k = 0; k < size; k++) {
      double mask = masks.first().data[k];
      if (mask > 0) {
        for (int gate = 0; gate < 4; gate++) {
          addScaled(
              gates[gate],
              byUnit,
              k * steps,
              mask * layer.inputWeights.value.data[gate * size + k]);
        }
      }
    }
    double cell = 0;
    double state = 0;
    for (int t = 0; t < steps; t++) {
      double in = ActivationFunctions.sigmoid(gates[0][t] + recurrent(layer, 0, state));
      double forget = ActivationFunctions.sigmoid(gates[1][t] + recurrent(layer, 1, state));
      double candidate = ActivationFunctions.tanh(gates[2][t] + recurrent(layer, 2, state));
      double out = ActivationFunctions.sigmoid(gates[3][t] + recurrent(layer, 3, state));
      cell = forget * cell + in * candidate;
      state = out * ActivationFunctions.tanh(cell);
      target[at + t] = Math.max(0, state * masks.second().data[0]);
    }
  }

  private static void addScaled(double[] sum, double[] values, int from, double weight) {
    for (int t = 0; t < sum.length; t++) {
      sum[t] += weight * values[from + t];
    }
  }

  private static double recurrent(LstmLayer layer, int gate, double state) {
    return layer.recurrentWeights.value.data[gate] * state
        + layer.inputBias.value.data[gate]
        + layer.recurrentBias.value.data[gate];
  }
}
