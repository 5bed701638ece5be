/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProportionalLimitTest {

  @Test
  void doesNotGiveAllCoresToTwoThirdsOfTheMemory() {
    assertThat(new ProportionalLimit(3, 768).of(512)).isEqualTo(CpuLimit.parse("2"));
  }

  @Test
  void givesAtLeastWhatTheKernelAccepts() {
    assertThat(new ProportionalLimit(1, 1_000_000).of(128)).isEqualTo(CpuLimit.parse("0.01"));
  }

  @Test
  void givesNoMoreThanThereIs() {
    assertThat(new ProportionalLimit(2, 256).of(512)).isEqualTo(CpuLimit.parse("2"));
  }

  @Property
  void containersThatFillTheMemoryDoNotExceedTheCores(
      @ForAll @DoubleRange(min = 1, max = 128) double cores,
      @ForAll @IntRange(min = 1, max = 100) int containers,
      @ForAll @IntRange(min = 64, max = 2048) int memoryMb) {
    ProportionalLimit share = new ProportionalLimit(cores, (long) containers * memoryMb);
    double each = share.of(memoryMb).cores();
    assertThat(each * containers).isLessThanOrEqualTo(cores + 1e-6);
    assertThat(each).isGreaterThan(cores / containers - 0.001);
  }

  @Test
  void refusesAPoolWithoutMemory() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ProportionalLimit(2, 0))
        .withMessageContaining("expected more than 0 of both");
  }
}
