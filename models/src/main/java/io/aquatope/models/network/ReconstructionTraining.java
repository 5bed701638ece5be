/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import io.aquatope.models.network.HybridBatch.Origin;
import java.util.List;
import java.util.SplittableRandom;

/** Phase one of {@link HybridBayesianNetwork}: encoder and decoder learn to forecast 12 windows. */
public final class ReconstructionTraining implements NetworkTraining {

  private static final double RATE = 1e-3;
  private static final int PER_EPOCH = 12_800;
  private static final int VALIDATED = 2_560;

  private final EncoderDecoder network;
  private final HybridSamples samples;
  private final List<List<Origin>> validation;
  private final TrainingLoop optimisation;

  /** Trains on some functions' series, and validates on those of other functions. */
  public ReconstructionTraining(
      HybridBayesianNetwork network,
      List<ScaledSeries> series,
      List<ScaledSeries> validation,
      long seed) {
    this.network = network.encoderDecoder;
    this.samples = new HybridSamples(series);
    this.validation = new HybridSamples(validation).draw(VALIDATED, new SplittableRandom(seed));
    this.optimisation = new TrainingLoop(this.network.parameters(), seed);
  }

  @Override
  public String name() {
    return "reconstruction";
  }

  @Override
  public double epoch() {
    SplittableRandom random = optimisation.beginEpoch();
    return HybridSamples.mean(
        samples.draw(PER_EPOCH, random),
        batch -> {
          double loss = loss(batch, EncoderDecoder.DROPOUT, random, true);
          optimisation.step(RATE);
          return loss;
        });
  }

  @Override
  public double validate() {
    return HybridSamples.mean(validation, batch -> loss(batch, 0, new SplittableRandom(0), false));
  }

  private double loss(HybridBatch batch, double dropout, SplittableRandom random, boolean learn) {
    int rows = batch.next().numRows;
    return network.loss(
        batch.inputs(),
        batch.next(),
        network.encoder.masks(rows, dropout, random),
        network.decoder.masks(rows, dropout, random),
        learn);
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
