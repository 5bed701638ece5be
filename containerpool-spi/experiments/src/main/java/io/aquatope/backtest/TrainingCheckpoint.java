/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.backtest;

import io.aquatope.prewarm.network.WeightFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The state of an interrupted training, in a file. The file is replaced in one step, so it is
 * always complete.
 *
 * @param file of the checkpoint
 * @param settings numbers that identify a training: seed, fold, samples
 */
record TrainingCheckpoint(Path file, List<Double> settings) {

  private static final String KIND = "checkpoint-1";

  void write(List<double[]> blocks) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    List<double[]> all = new java.util.ArrayList<>();
    all.add(numbers());
    all.addAll(blocks);
    write(part, new WeightFile(KIND, all));
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static void write(Path file, WeightFile weights) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      weights.write(out);
    }
  }

  /**
   * The state written last, if there is one.
   *
   * @throws IOException if the file is damaged, or belongs to a training with other settings
   */
  Optional<List<double[]>> read() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      WeightFile content = WeightFile.read(in);
      List<double[]> blocks = content.blocks();
      if (!content.kind().equals(KIND)
          || blocks.isEmpty()
          || !Arrays.equals(blocks.get(0), numbers())) {
        throw new IOException("is of a training with other options or data");
      }
      return Optional.of(blocks.subList(1, blocks.size()));
    } catch (IOException e) {
      throw new IOException(
          "checkpoint " + file + ": " + e.getMessage() + "; delete it to start again", e);
    }
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  private double[] numbers() {
    return settings.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
