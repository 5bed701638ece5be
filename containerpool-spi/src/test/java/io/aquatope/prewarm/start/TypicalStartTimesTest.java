/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.StartKind;
import org.junit.jupiter.api.Test;

final class TypicalStartTimesTest {

  private static final long MINUTE = 60_000_000;

  private final TypicalStartTimes typical = new TypicalStartTimes();
  private long nowMicros;

  private void starts(String namespace, int functions, int each, double seconds) {
    for (int f = 0; f < functions; f++) {
      FunctionId id = new FunctionId(namespace, "f" + f, "1");
      FunctionStartTimes times = typical.of(id);
      for (int i = 0; i < each; i++) {
        nowMicros += MINUTE;
        times.took(StartKind.COLD, Math.round(seconds * 1e6), nowMicros);
        typical.took(id, times, StartKind.COLD, nowMicros);
      }
    }
  }

  private double expectedIn(String namespace) {
    return typical.of(new FunctionId(namespace, "new", "1")).coldSeconds();
  }

  /** Prevents that the containers of all others are held longer because of one tenant's image. */
  @Test
  void aTenantWhoseStartsAreAlwaysSlowRaisesNobodyElsesExpectation() {
    starts("hostile", 50, 20, 600);

    assertThat(expectedIn("other")).isLessThan(1.2 * 0.808);
    assertThat(expectedIn("hostile")).as("its own").isGreaterThan(100);

    starts("other", 3, 3, 0.8);
    assertThat(expectedIn("other")).isLessThan(1.2 * 0.808);
    assertThat(typical.ofStemCells().coldSeconds()).isLessThan(1.5 * 0.808);
  }

  @Test
  void aNewNamespaceIsExpectedToBeLikeMost() {
    for (int namespace = 0; namespace < 6; namespace++) {
      starts("ns" + namespace, 3, 5, 4);
    }

    assertThat(expectedIn("new")).isBetween(2.5, 4.1);
  }

  /** Where there is one namespace only, its starts are those that stem cells save. */
  @Test
  void theOnlyNamespaceDecidesAboutStemCells() {
    starts("guest", 8, 8, 3);

    assertThat(typical.ofStemCells().coldSeconds()).isBetween(2.0, 3.1);
  }
}
