/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {

  @Test
  void atOnceAllThatAreBusyStayBusy() {
    Concurrency now = new Concurrency(3, 5, 1, 0, 10);

    assertThat(now.atLeast(3)).isCloseTo(1, within(1e-6));
    assertThat(now.atLeast(4)).isCloseTo(0, within(1e-6));
  }

  /** Independent implementation: commons-math 3.6.1. */
  @Test
  void afterLongItIsPoissonWithTheOfferedLoad() {
    Concurrency later = new Concurrency(3, 2, 1.5, 1000, 20);
    PoissonDistribution poisson = new PoissonDistribution(3);

    for (int busy = 1; busy < 12; busy++) {
      assertThat(later.atLeast(busy))
          .isCloseTo(1 - poisson.cumulativeProbability(busy - 1), within(1e-7));
    }
  }

  @Test
  void noneIsBusyIfAllHaveEndedAndNoneHasCome() {
    Concurrency soon = new Concurrency(4, 2, 1, 1, 20);

    assertThat(soon.atLeast(1))
        .isCloseTo(1 - Math.pow(1 - Math.exp(-1), 4) * poisson0(), within(1e-9));
  }

  private static double poisson0() {
    return Math.exp(-2 * (1 - Math.exp(-1)));
  }

  @Property(tries = 300)
  void neverRisesWithTheLevel(
      @ForAll @IntRange(max = 200) int busy,
      @ForAll @DoubleRange(max = 1000) double rate,
      @ForAll @DoubleRange(min = 0.01, max = 100) double runs,
      @ForAll @DoubleRange(max = 10) double ahead) {
    Concurrency concurrency = new Concurrency(busy, rate, runs, ahead, busy + 20);

    assertThat(concurrency.atLeast(0)).isEqualTo(1);
    for (int level = 1; level < busy + 20; level++) {
      assertThat(concurrency.atLeast(level)).isBetween(0.0, concurrency.atLeast(level - 1) + 1e-12);
    }
  }
}
