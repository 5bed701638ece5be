/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.backtest;

import io.aquatope.models.network.NetworkTraining;
import io.aquatope.models.network.NeuralNetwork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs one or more trainings of a network one after the other. Each stops early when the validation
 * loss has not fallen for some epochs, and restores the weights of the best epoch. After every
 * epoch the whole state is written to a checkpoint, from which the same command continues.
 */
final class TrainingRun {

  /**
   * One training with its limits.
   *
   * @param epochs at most
   * @param patience epochs without improvement after which it stops
   */
  record Phase(NetworkTraining training, int epochs, int patience) {}

  private static final int PHASE = 0;
  private static final int EPOCH = 1;
  private static final int BEST_LOSS = 2;
  private static final int BEST_EPOCH = 3;

  private final NeuralNetwork network;
  private final List<Phase> phases;
  private final TrainingCheckpoint checkpoint;
  private final Consumer<String> progress;

  private double[] position = {0, 0, Double.POSITIVE_INFINITY, 0};
  private List<double[]> best;

  TrainingRun(
      NeuralNetwork network,
      List<Phase> phases,
      TrainingCheckpoint checkpoint,
      Consumer<String> progress) {
    this.network = network;
    this.phases = phases;
    this.checkpoint = checkpoint;
    this.progress = progress;
    this.best = network.snapshot();
  }

  /** Trains to the end, from the checkpoint if one exists, and then deletes it. */
  void run() throws IOException {
    Optional<List<double[]>> saved = checkpoint.read();
    if (saved.isPresent()) {
      restore(saved.get());
      progress.accept(
          String.format(
              Locale.ROOT,
              "continuing from %s: phase %d, epoch %d",
              checkpoint.file(),
              (int) position[PHASE] + 1,
              (int) position[EPOCH]));
    }
    while (position[PHASE] < phases.size()) {
      Phase phase = phases.get((int) position[PHASE]);
      if (finished(phase)) {
        network.take(best);
        position = new double[] {position[PHASE] + 1, 0, Double.POSITIVE_INFINITY, 0};
      } else {
        epoch(phase);
        checkpoint.write(state(phase));
      }
    }
    checkpoint.delete();
  }

  private boolean finished(Phase phase) {
    return position[EPOCH] >= phase.epochs()
        || position[EPOCH] - position[BEST_EPOCH] >= phase.patience();
  }

  private void epoch(Phase phase) {
    double loss = phase.training().epoch();
    double validation = phase.training().validate();
    position[EPOCH]++;
    if (validation < position[BEST_LOSS]) {
      position[BEST_LOSS] = validation;
      position[BEST_EPOCH] = position[EPOCH];
      best = network.snapshot();
    }
    progress.accept(
        String.format(
            Locale.ROOT,
            "%s: epoch %d of at most %d, loss %.5f, validation %.5f (best %.5f)",
            phase.training().name(),
            (int) position[EPOCH],
            phase.epochs(),
            loss,
            validation,
            position[BEST_LOSS]));
  }

  private List<double[]> state(Phase phase) {
    List<double[]> state = new ArrayList<>();
    state.add(position);
    state.addAll(network.numbers());
    state.addAll(best);
    state.addAll(phase.training().state());
    return state;
  }

  private void restore(List<double[]> state) {
    int numbers = network.numbers().size();
    position = state.get(0).clone();
    network.take(state.subList(1, 1 + numbers));
    best = List.copyOf(state.subList(1 + numbers, 1 + 2 * numbers));
    NetworkTraining training = phases.get((int) position[PHASE]).training();
    training.restore(state.subList(1 + 2 * numbers, state.size()));
  }
}
