/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.models.network.GateNetwork;
import io.aquatope.models.network.HybridBayesianNetwork;
import io.aquatope.models.network.NeuralNetwork;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WeightFileTest {

  @Test
  void whatIsReadForecastsAsWhatWasWritten() throws IOException {
    GateNetwork written = new GateNetwork(4, 2, new SplittableRandom(1));
    byte[] file = bytes(written);

    GateNetwork read = read(file).into(new GateNetwork(4, 2, new SplittableRandom(2)));

    double[] input = {0.3, -1, 0.5, 2};
    assertThat(read.evaluate(input)).isEqualTo(written.evaluate(input));
  }

  @Property(tries = 50)
  void aTruncatedFileIsRefused(@ForAll @IntRange(max = 400) int length) throws IOException {
    byte[] file = bytes(new GateNetwork(4, 2, new SplittableRandom(1)));

    assertThatThrownBy(() -> read(Arrays.copyOf(file, length)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("truncated");
  }

  @Property(tries = 50)
  void aDamagedByteIsNoticed(@ForAll @IntRange(min = 20, max = 400) int at) throws IOException {
    byte[] file = bytes(new GateNetwork(4, 2, new SplittableRandom(1)));
    file[at] ^= 4;

    assertThatThrownBy(() -> read(file)).hasMessageContaining("checksum");
  }

  @Test
  void otherVersionsAndOtherFilesAreRefused() throws IOException {
    byte[] newer = bytes(new GateNetwork(4, 2, new SplittableRandom(1)));
    newer[7] = 9;
    assertThatThrownBy(() -> read(newer)).hasMessage("weight file of version 9, expected 1");

    byte[] other =
        "PK\3\4 something else entirely".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThatThrownBy(() -> read(other)).hasMessageContaining("not a weight file");
  }

  @Test
  void networksOfAnotherKindOrShapeAreRefused() throws IOException {
    WeightFile file = read(bytes(new GateNetwork(4, 2, new SplittableRandom(1))));

    assertThatThrownBy(() -> file.into(new HybridBayesianNetwork(new SplittableRandom(1))))
        .hasMessageContaining("kind gate-1, expected hybrid-bayesian-1");
    assertThatThrownBy(() -> file.into(new GateNetwork(5, 2, new SplittableRandom(1))))
        .hasMessageContaining("numbers, expected");
    assertThatThrownBy(
            () ->
                new WeightFile("gate-1", List.of())
                    .into(new GateNetwork(5, 2, new SplittableRandom(1))))
        .hasMessageContaining("0 blocks");
  }

  private static byte[] bytes(NeuralNetwork network) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new WeightFile(network.kind(), network.numbers()).write(out);
    return out.toByteArray();
  }

  private static WeightFile read(byte[] file) throws IOException {
    return WeightFile.read(new ByteArrayInputStream(file));
  }
}
