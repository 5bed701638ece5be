/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import io.aquatope.models.network.HybridBatch.Origin;
import io.aquatope.models.network.layer.StackedLstm;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Phase two of {@link HybridBayesianNetwork}: the head learns the next window, with a fixed encoder
 * and active dropout. Each validation also measures the inherent noise, the mean squared error on
 * functions that are not used for training.
 */
public final class PredictionTraining implements NetworkTraining {

  private static final double RATE = 1e-3;
  private static final int PER_EPOCH = 25_600;
  private static final int VALIDATED = 5_120;

  private final HybridBayesianNetwork network;
  private final HybridSamples samples;
  private final List<List<Origin>> validation;
  private final TrainingLoop optimisation;

  /** Trains on some functions' series, and validates on those of other functions. */
  public PredictionTraining(
      HybridBayesianNetwork network,
      List<ScaledSeries> series,
      List<ScaledSeries> validation,
      long seed) {
    this.network = network;
    this.samples = new HybridSamples(series);
    this.validation = new HybridSamples(validation).draw(VALIDATED, new SplittableRandom(seed));
    this.optimisation = new TrainingLoop(network.head.parameters(), seed);
  }

  @Override
  public String name() {
    return "prediction";
  }

  @Override
  public double epoch() {
    SplittableRandom random = optimisation.beginEpoch();
    return HybridSamples.mean(
        samples.draw(PER_EPOCH, random),
        batch -> {
          DMatrixRMaj input =
              MonteCarloEncoder.sample(
                  network.encoderDecoder.encoder, batch.inputs(), batch.times(), 1, random);
          PredictionHead.Masks masks =
              network.head.masks(input.numRows, PredictionHead.DROPOUT, random);
          double loss = network.head.learn(input, batch.first(), masks);
          optimisation.step(RATE);
          return loss;
        });
  }

  @Override
  public double validate() {
    double error = HybridSamples.mean(validation, this::error);
    network.inherentNoise(error);
    return error;
  }

  private double error(HybridBatch batch) {
    StackedLstm.Masks none =
        network.encoderDecoder.encoder.masks(batch.next().numRows, 0, new SplittableRandom(0));
    DMatrixRMaj latent = network.encoderDecoder.encode(batch.inputs(), none);
    DMatrixRMaj input = CommonOps_DDRM.concatColumns(latent, batch.times(), null);
    DMatrixRMaj error =
        network.head.forward(input, network.head.masks(input.numRows, 0, new SplittableRandom(0)));
    CommonOps_DDRM.subtractEquals(error, batch.first());
    return CommonOps_DDRM.dot(error, error) / error.numRows;
  }

  @Override
  public List<double[]> state() {
    return optimisation.state();
  }

  @Override
  public void restore(List<double[]> state) {
    optimisation.restore(state);
  }
}
