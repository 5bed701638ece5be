/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import com.google.common.collect.Lists;
import io.aquatope.models.network.layer.ActivationFunctions;
import io.aquatope.models.network.layer.Parameter;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Fits a {@link GateNetwork} by minimising the negative log likelihood of the outcomes: with a the
 * log odds of demand and s = softmax of the expert logits,
 *
 * <pre>-log sigmoid(-a) without demand;  -log sigmoid(a) - log sum_i s_i l_i with demand,</pre>
 *
 * where l_i is expert i's likelihood of the outcome given demand. Uses Adam with a rate that falls
 * along a half cosine over the planned epochs.
 */
public final class GateTraining implements NetworkTraining {

  private static final int BATCH = 256;
  private static final double RATE = 2e-3;
  private static final double DECAY = 1e-5;

  private final GateNetwork network;
  private final List<GateSample> samples;
  private final List<GateSample> validation;
  private final int epochs;
  private final TrainingLoop optimisation;

  /**
   * Trains on some functions' samples, and validates on those of other functions.
   *
   * @param epochs number of epochs that the learning rate is planned for
   */
  public GateTraining(
      GateNetwork network,
      List<GateSample> samples,
      List<GateSample> validation,
      int epochs,
      long seed) {
    this.network = network;
    this.samples = samples;
    this.validation = validation;
    this.epochs = epochs;
    this.optimisation = new TrainingLoop(network.parameters(), seed);
  }

  @Override
  public String name() {
    return "gate";
  }

  @Override
  public double epoch() {
    double rate =
        RATE * (1 + Math.cos(Math.PI * Math.min(1, optimisation.epochs() / (double) epochs))) / 2;
    int[] order = RandomPermutation.of(samples.size(), optimisation.beginEpoch());
    double total = 0;
    for (int from = 0; from < order.length; from += BATCH) {
      GateSample[] batch = new GateSample[Math.min(BATCH, order.length - from)];
      for (int row = 0; row < batch.length; row++) {
        batch[row] = samples.get(order[from + row]);
      }
      total += network.accumulate(inputs(batch), (o, s) -> loss(batch, o, s)) * batch.length;
      for (Parameter parameter : optimisation.parameters()) {
        CommonOps_DDRM.addEquals(parameter.gradient, DECAY, parameter.value);
      }
      optimisation.step(rate);
    }
    return total / order.length;
  }

  @Override
  public double validate() {
    double total = 0;
    for (List<GateSample> part : Lists.partition(validation, BATCH)) {
      GateSample[] batch = part.toArray(GateSample[]::new);
      DMatrixRMaj output = network.forward(inputs(batch));
      total += loss(batch, output, new DMatrixRMaj(output.numRows, output.numCols)) * batch.length;
    }
    return total / Math.max(1, validation.size());
  }

  @Override
  public List<double[]> state() {
    return optimisation.state();
  }

  @Override
  public void restore(List<double[]> state) {
    optimisation.restore(state);
  }

  private static DMatrixRMaj inputs(GateSample[] batch) {
    DMatrixRMaj input = new DMatrixRMaj(batch.length, batch[0].features().length);
    int at = 0;
    for (GateSample sample : batch) {
      for (float feature : sample.features()) {
        input.data[at++] = feature;
      }
    }
    return input;
  }

  /** Mean loss of a batch and its derivative by the outputs. */
  static double loss(GateSample[] batch, DMatrixRMaj output, DMatrixRMaj slope) {
    double total = 0;
    int columns = output.numCols;
    for (int row = 0; row < batch.length; row++) {
      int at = row * columns;
      boolean active = batch[row].active();
      double odds = output.data[at];
      double sign = active ? -odds : odds;
      total += Math.max(0, sign) + Math.log1p(Math.exp(-Math.abs(sign)));
      slope.data[at] = (ActivationFunctions.sigmoid(odds) - (active ? 1 : 0)) / batch.length;
      if (active) {
        total += levelLoss(batch[row].likelihoods(), output.data, slope.data, at + 1, batch.length);
      }
    }
    return total / batch.length;
  }

  private static double levelLoss(
      float[] likelihoods, double[] logits, double[] slope, int at, int rows) {
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < likelihoods.length; i++) {
      most = Math.max(most, logits[at + i]);
    }
    double all = 0;
    double joint = 0;
    for (int i = 0; i < likelihoods.length; i++) {
      double share = Math.exp(logits[at + i] - most);
      all += share;
      joint += share * likelihoods[i];
    }
    for (int i = 0; i < likelihoods.length; i++) {
      double share = Math.exp(logits[at + i] - most);
      slope[at + i] = (share / all - share * likelihoods[i] / joint) / rows;
    }
    return Math.log(all / joint);
  }
}
