/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

final class DelayEstimateTest {

  private static final Percentage EXACTLY = Percentage.withPercentage(0.01);

  private static DelayEstimate of(double keep, double... seconds) {
    DelayEstimate delay = new DelayEstimate(Long.MAX_VALUE);
    for (double each : seconds) {
      delay.observe(SuccessorFixture.micros(each), keep);
    }
    return delay;
  }

  /** Against NumPy 2.4.6 (weighted moments) and SciPy 1.17.1 ({@code stats.norm}). */
  @Test
  void theLogNormalPredictiveAgreesWithScipy() {
    DelayEstimate delay = of(0.9, 0.2, 0.3, 1.1, 0.25);

    assertThat(delay.earliestMicros()).isCloseTo(72_897, EXACTLY);
    assertThat(delay.latestMicros()).isCloseTo(1_845_750, EXACTLY);
    assertThat(delay.exceeds(200_000)).isCloseTo(0.80870, within(1.5e-4));
    assertThat(delay.exceeds(400_000)).isCloseTo(0.45038, within(1.5e-4));
    assertThat(delay.exceeds(1_000_000)).isCloseTo(0.07441, within(1.5e-4));
    assertThat(delay.exceeds(2_000_000)).isCloseTo(0.00731, within(1.5e-4));
  }

  @Test
  void oneDelayDoesNotPassForTheOnlyPossibleOne() {
    DelayEstimate once = of(1, 10);
    DelayEstimate often = of(1, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10);

    assertThat(once.earliestMicros()).isLessThan(3_000_000);
    assertThat(once.latestMicros()).isGreaterThan(30_000_000);
    assertThat(often.earliestMicros()).isGreaterThan(5_000_000);
    assertThat(often.latestMicros()).isLessThan(20_000_000);
  }

  @Test
  void whatTakesLongerThanPossibleIsCutOff() {
    DelayEstimate delay = new DelayEstimate(12_000_000);

    delay.observe(10_000_000, 1);

    assertThat(delay.latestMicros()).isEqualTo(12_000_000);
  }

  @Test
  void simultaneousCallsHaveTheShortestDelay() {
    assertThat(of(1, 0).latestMicros()).isBetween(1_000L, 10_000L);
  }

  @Test
  void anEarlierPaceIsForgotten() {
    DelayEstimate delay = of(1, 60);
    for (int i = 0; i < 200; i++) {
      delay.observe(1_000_000, 0.9);
    }

    assertThat(delay.latestMicros()).isLessThan(2_000_000);
  }

  /** Prevents that one stage that hangs has all later ones expected for hours. */
  @Test
  void oneDelayOfHoursWidensTheDistributionALittle() {
    DelayEstimate delay = of(0.97, 1, 1.2, 0.9, 1.1, 1, 0.8, 1, 1.1);
    long usual = delay.latestMicros();
    delay.observe(SuccessorFixture.micros(3 * 3600), 0.97);

    assertThat(delay.latestMicros()).isLessThan(3 * usual);
    assertThat(delay.latestMicros()).isGreaterThan(usual);
  }

  @Test
  void aFirstDelayOfHoursIsSoonForgotten() {
    DelayEstimate delay = of(0.97, 3 * 3600);
    for (int i = 0; i < 20; i++) {
      delay.observe(1_000_000, 0.97);
    }

    assertThat(delay.exceeds(60_000_000)).isLessThan(0.2);
  }

  @Test
  void aPaceThatHasChangedIsFollowedWithinAFew() {
    DelayEstimate delay = of(0.97, 1, 1.2, 0.9, 1.1, 1, 0.8, 1, 1.1);
    for (int i = 0; i < 12; i++) {
      delay.observe(60_000_000, 0.97);
    }

    assertThat(delay.latestMicros()).isGreaterThan(60_000_000);
    assertThat(delay.exceeds(30_000_000)).isGreaterThan(0.25);
  }

  /** The factor is the square of that between the earliest and the latest delay at most. */
  @Property(tries = 500)
  void oneDelayMovesTheDistributionByABoundedFactor(
      @ForAll @Size(min = 3, max = 30) List<@LongRange(min = 1, max = 10_000_000) Long> delays,
      @ForAll @LongRange(min = 0, max = 1L << 50) long last) {
    DelayEstimate delay = new DelayEstimate(Long.MAX_VALUE);
    delays.forEach(micros -> delay.observe(micros, 0.97));
    double before = delay.latestMicros();

    delay.observe(last, 0.97);

    double spread = before / Math.max(1, delay.earliestMicros());
    assertThat(delay.latestMicros() / before).isBetween(1 / (spread * spread), spread * spread);
  }
}
