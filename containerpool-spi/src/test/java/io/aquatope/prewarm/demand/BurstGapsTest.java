/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class BurstGapsTest {

  private static final long SECOND = 1_000_000;

  private final BurstGaps gaps = new BurstGaps();

  private double mean(long from, long to, long now) {
    return gaps.mean(from, to, now);
  }

  @Test
  void nothingIsExpectedBeforeThereWasAGap() {
    assertThat(mean(0, SECOND, 0)).isZero();
    gaps.called(SECOND);
    assertThat(mean(2 * SECOND, 3 * SECOND, 2 * SECOND)).isZero();
  }

  @Test
  void aClockIsExpectedOnTime() {
    for (int i = 0; i <= 10; i++) {
      gaps.called(i * 20L * SECOND);
    }
    long now = 218 * SECOND;

    assertThat(mean(219_500_000, 220_500_000, now)).isGreaterThan(0.4);
    assertThat(mean(205 * SECOND, 206 * SECOND, 205 * SECOND)).isLessThan(0.01);
  }

  @Test
  void irregularGapsLeaveTheHazardInTheOrderOfTheirRate() {
    SplittableRandom random = new SplittableRandom(3);
    long now = 0;
    for (int i = 0; i < 50; i++) {
      now += Math.round(-30 * Math.log(random.nextDouble()) * SECOND);
      gaps.called(now);
    }
    for (long passed : new long[] {10, 20, 40, 60}) {
      long at = now + passed * SECOND;
      assertThat(mean(at, at + SECOND, at)).isBetween(0.005, 0.15);
    }
  }

  @Property
  void theProbabilitiesOfAdjoiningStretchesAddUp(
      @ForAll @IntRange(min = 1, max = 20) int seen,
      @ForAll @LongRange(min = 1, max = 100) long middle,
      @ForAll @LongRange(min = 1, max = 100) long more,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long now = 0;
    for (int i = 0; i <= seen; i++) {
      now += random.nextLong(SECOND, 100 * SECOND);
      gaps.called(now);
    }
    long split = now + middle * SECOND;
    long end = split + more * SECOND;
    double first = -Math.expm1(-mean(now, split, now));
    double second = -Math.expm1(-mean(split, end, now));

    assertThat(first + second).isCloseTo(-Math.expm1(-mean(now, end, now)), within(1e-6));
  }
}
