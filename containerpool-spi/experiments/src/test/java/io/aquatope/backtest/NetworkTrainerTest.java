/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.io.MoreFiles;
import io.aquatope.prewarm.network.ForecastNetworks;
import io.aquatope.prewarm.network.WeightFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkTrainerTest {

  private static final List<FunctionDemand> POPULATION = SeriesForTests.population(40, 60);

  @TempDir Path folder;

  private final List<String> progress = new ArrayList<>();

  /** What kills a training in the middle. */
  private static final class Interrupted extends RuntimeException {}

  @Test
  void writesANetworkThatTheModelsTake() throws IOException {
    Path out = folder.resolve("mine.weights");

    new NetworkTrainer(out, 1, progress::add).train("default", POPULATION);

    try (InputStream in = Files.newInputStream(out)) {
      assertThat(ForecastNetworks.shipped().with(WeightFile.read(in)).gate().numbers())
          .isNotEqualTo(ForecastNetworks.shipped().gate().numbers());
    }
    assertThat(progress).first().asString().contains("functions to learn from");
    assertThat(progress).anyMatch(line -> line.startsWith("gate: epoch 1 of at most"));
    assertThat(folder.resolve("mine.weights.checkpoint")).doesNotExist();
  }

  @Test
  void anInterruptedTrainingContinuesToTheSameNetwork() throws IOException {
    Path unbroken = folder.resolve("unbroken");
    Path resumed = folder.resolve("resumed");
    new NetworkTrainer(unbroken, 1, progress::add).train("default", POPULATION);

    assertThatThrownBy(
            () ->
                new NetworkTrainer(resumed, 1, NetworkTrainerTest::interruptAtThree)
                    .train("default", POPULATION))
        .isInstanceOf(Interrupted.class);
    assertThat(resumed).doesNotExist();
    progress.clear();
    new NetworkTrainer(resumed, 1, progress::add).train("default", POPULATION);

    assertThat(progress).anyMatch(line -> line.startsWith("continuing from"));
    assertThat(MoreFiles.asByteSource(resumed).contentEquals(MoreFiles.asByteSource(unbroken)))
        .isTrue();
  }

  @Test
  void aCheckpointOfAnotherTrainingIsRefused() throws IOException {
    Path out = folder.resolve("network");
    assertThatThrownBy(
        () ->
            new NetworkTrainer(out, 1, NetworkTrainerTest::interruptAtThree)
                .train("default", POPULATION));

    assertThatThrownBy(() -> new NetworkTrainer(out, 2, progress::add).train("default", POPULATION))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("network.checkpoint: is of a training with other options or data")
        .hasMessageContaining("delete it");
  }

  @Test
  void refusesModelsWithoutANetworkAndTooFewOwners() {
    NetworkTrainer trainer = new NetworkTrainer(folder.resolve("x"), 1, progress::add);

    assertThatThrownBy(() -> trainer.train("markov-chain", POPULATION))
        .hasMessageContaining("'markov-chain' has no network");
    assertThatThrownBy(() -> trainer.train("default", POPULATION.subList(0, 1)))
        .hasMessageContaining("too few owners");
  }

  private static void interruptAtThree(String line) {
    if (line.contains("epoch 3 ")) {
      throw new Interrupted();
    }
  }
}
