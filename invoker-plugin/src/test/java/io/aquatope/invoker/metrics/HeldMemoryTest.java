/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.status.Views;
import org.junit.jupiter.api.Test;

final class HeldMemoryTest {

  private final HeldMemory memory = new HeldMemory();

  @Test
  void tellsWhatServedFromWhatServedNothing() {
    memory.until(2_000_000, Views.pool(1024, 256));
    memory.until(3_000_000, Views.pool(512, 512));

    assertThat(memory.takeUsed()).as("2 s × 256 MB + 1 s × 512 MB").isEqualTo(1024);
    assertThat(memory.takeWasted()).as("2 s × 768 MB").isEqualTo(1536);
  }

  @Test
  void losesNoFractionsAndCountsNothingTwice() {
    long taken = 0;
    for (int millis = 1; millis <= 1000; millis++) {
      memory.until(millis * 1000L, Views.pool(100, 0));
      taken += memory.takeWasted();
    }

    assertThat(taken).isBetween(99L, 100L);
    assertThat(memory.takeUsed()).isZero();
  }
}
