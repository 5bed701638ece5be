/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A long short-term memory layer over a batch of sequences, one matrix (rows x features) per time
 * step, with the gate order and the two biases of PyTorch:
 *
 * <pre>
 * [i f g o] = x W_ih' + b_ih + h W_hh' + b_hh;   i, f, o = sigmoid;   g = tanh
 * c = f c + i g;   h = o tanh(c);   both zero at first
 * </pre>
 */
public final class LstmLayer implements Layer {

  public final Parameter inputWeights;
  public final Parameter recurrentWeights;
  public final Parameter inputBias;
  public final Parameter recurrentBias;
  private final int size;

  /**
   * Recurrent weights orthogonal, input weights Xavier uniform, biases zero except those of the
   * forget gate, which are one.
   */
  LstmLayer(int inputs, int size, SplittableRandom random) {
    this.size = size;
    inputWeights = new Parameter(4 * size, inputs);
    recurrentWeights = new Parameter(4 * size, size);
    inputBias = new Parameter(1, 4 * size);
    recurrentBias = new Parameter(1, 4 * size);
    WeightInitialisation.uniform(inputWeights.value, Math.sqrt(6.0 / (4 * size + inputs)), random);
    WeightInitialisation.orthogonal(recurrentWeights.value, random);
    for (int i = size; i < 2 * size; i++) {
      inputBias.value.data[i] = 1;
      recurrentBias.value.data[i] = 1;
    }
  }

  /** Number of units, the width of the output. */
  public int size() {
    return size;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(inputWeights, recurrentWeights, inputBias, recurrentBias);
  }

  /** Runs the sequence and records the values that the backward step needs. */
  public LstmTrace forward(List<DMatrixRMaj> inputs) {
    int rows = inputs.get(0).numRows;
    DMatrixRMaj fromInput = CommonOps_DDRM.transpose(inputWeights.value, null);
    DMatrixRMaj fromState = CommonOps_DDRM.transpose(recurrentWeights.value, null);
    LstmTrace run = new LstmTrace(inputs, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    DMatrixRMaj cell = new DMatrixRMaj(rows, size);
    DMatrixRMaj state = new DMatrixRMaj(rows, size);
    for (DMatrixRMaj input : inputs) {
      DMatrixRMaj gates = new DMatrixRMaj(rows, 4 * size);
      CommonOps_DDRM.mult(input, fromInput, gates);
      CommonOps_DDRM.multAdd(state, fromState, gates);
      cell = cell.copy();
      state = new DMatrixRMaj(rows, size);
      for (int row = 0; row < rows; row++) {
        advance(gates.data, cell.data, state.data, row);
      }
      run.gates().add(gates);
      run.cells().add(cell);
      run.states().add(state);
    }
    return run;
  }

  private void advance(double[] gates, double[] cell, double[] state, int row) {
    int at = row * 4 * size;
    for (int k = 0; k < 4 * size; k++) {
      double sum = gates[at + k] + inputBias.value.data[k] + recurrentBias.value.data[k];
      gates[at + k] =
          k / size == 2 ? ActivationFunctions.tanh(sum) : ActivationFunctions.sigmoid(sum);
    }
    for (int k = 0; k < size; k++) {
      int c = row * size + k;
      cell[c] = gates[at + size + k] * cell[c] + gates[at + k] * gates[at + 2 * size + k];
      state[c] = gates[at + 3 * size + k] * ActivationFunctions.tanh(cell[c]);
    }
  }

  /**
   * Back-propagates through time and adds to the gradients.
   *
   * @param slopes derivative of the loss by each output; not changed
   * @return derivative of the loss by each input
   */
  List<DMatrixRMaj> backward(LstmTrace run, List<DMatrixRMaj> slopes) {
    int rows = slopes.get(0).numRows;
    List<DMatrixRMaj> inputSlopes = new ArrayList<>(slopes);
    DMatrixRMaj stateSlope = new DMatrixRMaj(rows, size);
    DMatrixRMaj cellSlope = new DMatrixRMaj(rows, size);
    DMatrixRMaj gateSlope = new DMatrixRMaj(rows, 4 * size);
    for (int t = slopes.size() - 1; t >= 0; t--) {
      CommonOps_DDRM.addEquals(stateSlope, slopes.get(t));
      for (int i = 0; i < rows * size; i++) {
        retreat(run, t, i, stateSlope.data[i], cellSlope.data, gateSlope.data);
      }
      CommonOps_DDRM.multAddTransA(gateSlope, run.inputs().get(t), inputWeights.gradient);
      if (t > 0) {
        CommonOps_DDRM.multAddTransA(gateSlope, run.states().get(t - 1), recurrentWeights.gradient);
      }
      DMatrixRMaj sums = CommonOps_DDRM.sumCols(gateSlope, null);
      CommonOps_DDRM.addEquals(inputBias.gradient, sums);
      CommonOps_DDRM.addEquals(recurrentBias.gradient, sums);
      inputSlopes.set(t, CommonOps_DDRM.mult(gateSlope, inputWeights.value, null));
      CommonOps_DDRM.mult(gateSlope, recurrentWeights.value, stateSlope);
    }
    return inputSlopes;
  }

  /** One backward step of one unit of one row; {@code i} is its index in a rows x size matrix. */
  private void retreat(
      LstmTrace run, int t, int i, double slope, double[] cellSlope, double[] gateSlope) {
    int at = i / size * 4 * size + i % size;
    double[] gates = run.gates().get(t).data;
    double in = gates[at];
    double forget = gates[at + size];
    double candidate = gates[at + 2 * size];
    double out = gates[at + 3 * size];
    double squashed = ActivationFunctions.tanh(run.cells().get(t).data[i]);
    double before = t == 0 ? 0 : run.cells().get(t - 1).data[i];
    double cell = cellSlope[i] + slope * out * (1 - squashed * squashed);
    gateSlope[at] = cell * candidate * in * (1 - in);
    gateSlope[at + size] = cell * before * forget * (1 - forget);
    gateSlope[at + 2 * size] = cell * in * (1 - candidate * candidate);
    gateSlope[at + 3 * size] = slope * squashed * out * (1 - out);
    cellSlope[i] = cell * forget;
  }
}
