/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.backtest;

import io.aquatope.backtest.TrainingRun.Phase;
import io.aquatope.models.forecast.learned.ForecastModels;
import io.aquatope.models.forecast.learned.GateSampling;
import io.aquatope.models.forecast.learned.HybridSampling;
import io.aquatope.models.network.GateNetwork;
import io.aquatope.models.network.GateSample;
import io.aquatope.models.network.GateTraining;
import io.aquatope.models.network.HybridBayesianNetwork;
import io.aquatope.models.network.NeuralNetwork;
import io.aquatope.models.network.PredictionTraining;
import io.aquatope.models.network.ReconstructionTraining;
import io.aquatope.models.network.ScaledSeries;
import io.aquatope.prewarm.network.WeightFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Trains the network of a model on demand series and writes it to a file. One owner in ten is
 * excluded from the training set; these validation owners decide when to stop.
 *
 * @param out the file written; the checkpoint stands next to it until the training is done
 * @param seed of initial weights, order and dropout; the same seed and series give the same file
 * @param progress receives a line for each finished step
 */
public record NetworkTrainer(Path out, long seed, Consumer<String> progress) {

  private static final OwnerSplit VALIDATION = new OwnerSplit(1, 10);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int GATE_EPOCHS = 14;
  private static final int RECONSTRUCTION_EPOCHS = 15;
  private static final int PREDICTION_EPOCHS = 20;
  private static final int PATIENCE = 5;

  /**
   * Trains.
   *
   * @param model {@code default} or {@code hybrid-bayesian}
   * @throws IllegalArgumentException if the model has no network, or the series are too few to
   *     train and validate on
   * @throws IOException if the file or its checkpoint cannot be written, or the existing checkpoint
   *     belongs to another training
   */
  public void train(String model, List<FunctionDemand> series) throws IOException {
    List<FunctionDemand> validation = new ArrayList<>();
    List<FunctionDemand> learnt = new ArrayList<>();
    for (FunctionDemand one : series) {
      (VALIDATION.heldOut("validation of " + one.owner()) ? validation : learnt).add(one);
    }
    if (validation.isEmpty() || learnt.isEmpty()) {
      throw new IllegalArgumentException(
          "too few owners to train and validate on: "
              + series.stream().map(FunctionDemand::owner).distinct().count());
    }
    progress.accept(
        String.format(
            Locale.ROOT,
            "%d functions to learn from, %d to validate",
            learnt.size(),
            validation.size()));
    TrainingCheckpoint checkpoint =
        new TrainingCheckpoint(
            out.resolveSibling(out.getFileName() + ".checkpoint"),
            List.of((double) seed, (double) learnt.size(), (double) validation.size()));
    NeuralNetwork network =
        switch (model) {
          case "default" -> gate(learnt, validation, checkpoint);
          case "hybrid-bayesian" -> hybrid(learnt, validation, checkpoint);
          default ->
              throw new IllegalArgumentException(
                  "model '" + model + "' has no network, expected default or hybrid-bayesian");
        };
    TrainingCheckpoint.write(out, new WeightFile(network.kind(), network.numbers()));
    progress.accept("written to " + out);
  }

  private NeuralNetwork gate(
      List<FunctionDemand> learnt, List<FunctionDemand> validation, TrainingCheckpoint checkpoint)
      throws IOException {
    GateNetwork network = ForecastModels.newGate(seed);
    GateTraining training =
        new GateTraining(network, gateSamples(learnt), gateSamples(validation), GATE_EPOCHS, seed);
    Phase phase = new Phase(training, GATE_EPOCHS, PATIENCE);
    new TrainingRun(network, List.of(phase), checkpoint, progress).run();
    return network;
  }

  private List<GateSample> gateSamples(List<FunctionDemand> series) {
    SplittableRandom random = new SplittableRandom(seed);
    List<GateSample> samples = new ArrayList<>();
    for (FunctionDemand one : series) {
      GateSampling.sample(one.trigger(), MINUTE, one.windows(), random, samples::add);
    }
    return samples;
  }

  private NeuralNetwork hybrid(
      List<FunctionDemand> learnt, List<FunctionDemand> validation, TrainingCheckpoint checkpoint)
      throws IOException {
    HybridBayesianNetwork network = ForecastModels.newHybrid(seed);
    List<ScaledSeries> inputs = scaled(learnt);
    List<ScaledSeries> held = scaled(validation);
    List<Phase> phases =
        List.of(
            new Phase(
                new ReconstructionTraining(network, inputs, held, seed),
                RECONSTRUCTION_EPOCHS,
                PATIENCE),
            new Phase(
                new PredictionTraining(network, inputs, held, seed), PREDICTION_EPOCHS, PATIENCE));
    new TrainingRun(network, phases, checkpoint, progress).run();
    return network;
  }

  private static List<ScaledSeries> scaled(List<FunctionDemand> series) {
    return series.stream().map(one -> HybridSampling.series(one.windows(), MINUTE)).toList();
  }
}
