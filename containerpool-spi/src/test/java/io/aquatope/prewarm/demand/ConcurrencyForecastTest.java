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

class ConcurrencyForecastTest {

  @Test
  void atOnceAllThatAreBusyStayBusy() {
    ConcurrencyForecast now = new ConcurrencyForecast(3, 5, 1, 0, 10);

    assertThat(now.atLeast(3)).isCloseTo(1, within(1e-6));
    assertThat(now.atLeast(4)).isCloseTo(0, within(1e-6));
  }

  /** Independent implementation: commons-math 3.6.1. */
  @Test
  void afterLongItIsPoissonWithTheOfferedLoad() {
    ConcurrencyForecast later = new ConcurrencyForecast(3, 2, 1.5, 1000, 20);
    PoissonDistribution poisson = new PoissonDistribution(3);

    for (int busy = 1; busy < 12; busy++) {
      assertThat(later.atLeast(busy))
          .isCloseTo(1 - poisson.cumulativeProbability(busy - 1), within(1e-7));
    }
  }

  @Test
  void noneIsBusyIfAllHaveEndedAndNoneHasCome() {
    ConcurrencyForecast soon = new ConcurrencyForecast(4, 2, 1, 1, 20);

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
    ConcurrencyForecast concurrency = new ConcurrencyForecast(busy, rate, runs, ahead, busy + 20);

    assertThat(concurrency.atLeast(0)).isEqualTo(1);
    for (int level = 1; level < busy + 20; level++) {
      assertThat(concurrency.atLeast(level)).isBetween(0.0, concurrency.atLeast(level - 1) + 1e-12);
    }
  }

  /**
   * Prevents that thousands of containers cost the square of their number: only levels asked for.
   */
  @Property(tries = 300)
  void aLevelAloneIsWhatItIsAmongAll(
      @ForAll @IntRange(max = 200) int busy,
      @ForAll @DoubleRange(max = 1000) double rate,
      @ForAll @DoubleRange(min = 0.01, max = 100) double runs,
      @ForAll @DoubleRange(max = 10) double ahead,
      @ForAll @IntRange(max = 300) int level) {
    ConcurrencyForecast all = new ConcurrencyForecast(busy, rate, runs, ahead, 300);
    ConcurrencyForecast alone = new ConcurrencyForecast(busy, rate, runs, ahead, level, level + 1);

    assertThat(alone.atLeast(level)).isCloseTo(all.atLeast(level), within(1e-9));
  }

  /** Independent implementation: commons-math 3.6.1. */
  @Property(tries = 300)
  void tailsAreThoseOfThePoissonDistribution(
      @ForAll @DoubleRange(min = 0.01, max = 20_000) double mean,
      @ForAll @IntRange(max = 22_000) int lowest) {
    PoissonTails tails = new PoissonTails(mean, lowest, lowest + 10);

    for (int k = Math.max(1, lowest); k <= lowest + 10; k++) {
      double expected = 1 - new PoissonDistribution(mean).cumulativeProbability(k - 1);
      assertThat(tails.atLeast(k)).isCloseTo(expected, within(1e-7));
    }
  }

  /** Ten thousand busy containers: the work is that of the levels asked for, not of all. */
  @Test
  void farFromTheMeanNothingIsComputed() {
    assertThat(new PoissonTails(10_000, 0, 100).last()).isEqualTo(100);
    assertThat(new PoissonTails(10_000, 0, 100).atLeast(100)).isEqualTo(1);
    assertThat(new PoissonTails(100, 5000, 9000).atLeast(5000)).isZero();
    assertThat(new PoissonTails(0, 0, 3).atLeast(1)).isZero();
  }
}
