/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import io.aquatope.models.network.layer.ActivationFunctions;
import io.aquatope.models.network.layer.DenseLayer;
import io.aquatope.models.network.layer.Layer;
import io.aquatope.models.network.layer.Parameter;
import io.aquatope.models.network.layer.ParameterList;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Combines experts. From features of a function's state and of each expert's forecast it computes
 *
 * <ul>
 *   <li>the log odds that there is any demand, and
 *   <li>for each expert the logarithm of its share (before softmax) in the distribution of the
 *       demand given that there is some.
 * </ul>
 *
 * The network has two hidden layers of tanh units, and a linear path from the features directly to
 * the outputs. It is trained on many functions; see {@link GateTraining} for the loss.
 */
public final class GateNetwork implements Layer, NeuralNetwork {

  private static final int HIDDEN1 = 48;
  private static final int HIDDEN2 = 24;

  private final int features;
  private final int experts;
  private final DenseLayer first;
  private final DenseLayer second;
  private final DenseLayer last;
  private final DenseLayer direct;

  /** A network with random weights. */
  public GateNetwork(int features, int experts, SplittableRandom random) {
    this.features = features;
    this.experts = experts;
    first = new DenseLayer(features, HIDDEN1, random);
    second = new DenseLayer(HIDDEN1, HIDDEN2, random);
    last = new DenseLayer(HIDDEN2, 1 + experts, random);
    direct = new DenseLayer(features, 1 + experts, random);
  }

  /** Number of features. */
  public int features() {
    return features;
  }

  /** Number of experts. */
  public int experts() {
    return experts;
  }

  @Override
  public List<Parameter> parameters() {
    return ParameterList.of(first, second, last, direct);
  }

  @Override
  public String kind() {
    return "gate-1";
  }

  @Override
  public List<double[]> numbers() {
    return ParameterList.values(parameters());
  }

  /** Log odds of demand, then one logit per expert, for one function. */
  public double[] evaluate(double[] input) {
    return forward(DMatrixRMaj.wrap(1, features, input)).data;
  }

  /** Outputs, rows x (1 + experts), of features, rows x features. */
  DMatrixRMaj forward(DMatrixRMaj input) {
    DMatrixRMaj hidden1 = ActivationFunctions.tanh(first.forward(input));
    DMatrixRMaj hidden2 = ActivationFunctions.tanh(second.forward(hidden1));
    return output(input, hidden2);
  }

  private DMatrixRMaj output(DMatrixRMaj input, DMatrixRMaj hidden2) {
    DMatrixRMaj output = last.forward(hidden2);
    CommonOps_DDRM.addEquals(output, direct.forward(input));
    return output;
  }

  /** Adds the gradient of the loss. The slopes of the outputs come from {@code loss}. */
  double accumulate(DMatrixRMaj input, OutputLoss loss) {
    DMatrixRMaj hidden1 = ActivationFunctions.tanh(first.forward(input));
    DMatrixRMaj hidden2 = ActivationFunctions.tanh(second.forward(hidden1));
    DMatrixRMaj output = output(input, hidden2);
    DMatrixRMaj slope = new DMatrixRMaj(output.numRows, output.numCols);
    double value = loss.of(output, slope);
    direct.backward(input, slope);
    DMatrixRMaj slope2 = last.backward(hidden2, slope);
    ActivationFunctions.backwardTanh(hidden2, slope2);
    DMatrixRMaj slope1 = second.backward(hidden1, slope2);
    ActivationFunctions.backwardTanh(hidden1, slope1);
    first.backward(input, slope1);
    return value;
  }

  /** A loss over a batch of outputs: writes its derivative by the outputs and returns its value. */
  interface OutputLoss {
    double of(DMatrixRMaj output, DMatrixRMaj slope);
  }
}
