/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aquatope.models.distribution.RandomVariates;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class DurationEstimateTest {

  private static final long MINUTE = 60_000_000;

  private static DurationEstimate of(double[] seconds) {
    DurationEstimate estimate = new DurationEstimate(1, DurationEstimate.PRIOR);
    for (int i = 0; i < seconds.length; i++) {
      estimate.add(i, seconds[i], i * MINUTE);
    }
    return estimate;
  }

  @Test
  void manyThatAgreeAreBelieved() {
    double[] seconds = new double[50];
    Arrays.fill(seconds, 7);

    assertThat(of(seconds).seconds()).isCloseTo(7, within(0.01));
  }

  @Test
  void whatCannotBeAMeasurementIsBounded() {
    DurationEstimate estimate = new DurationEstimate(1, DurationEstimate.PRIOR);
    estimate.add("a", Double.NaN, 0);
    estimate.add("b", Double.POSITIVE_INFINITY, 1);
    estimate.add("c", -5, 2);
    estimate.add("d", 0, 3);

    assertThat(estimate.seconds()).isBetween(0.1, 10.0);
  }

  @Test
  void aSourceHasOneVote() {
    DurationEstimate estimate = new DurationEstimate(1, DurationEstimate.PRIOR);
    for (int i = 0; i < 1000; i++) {
      estimate.add("hostile", 600, i * MINUTE);
    }

    assertThat(estimate.seconds()).isLessThan(1.2);
  }

  @Property(tries = 500)
  void oneDurationChangesItByNoMoreThanAFactor(
      @ForAll @Size(max = 20) double[] drawn, @ForAll @DoubleRange(max = 1e6) double last) {
    DurationEstimate estimate = of(drawn);
    double before = estimate.seconds();

    estimate.add("last", last, drawn.length * MINUTE);

    assertThat(estimate.seconds() / before)
        .isBetween(1 / DurationEstimate.MOST_CHANGE - 1e-9, DurationEstimate.MOST_CHANGE + 1e-9);
  }

  @Property(tries = 500)
  void aLongerDurationNeverLowersIt(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int size) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] seconds = new double[size];
    for (int i = 0; i < size; i++) {
      seconds[i] = Math.exp(8 * random.nextDouble() - 2);
    }
    double before = of(seconds).seconds();
    seconds[random.nextInt(size)] *= 1 + 100 * random.nextDouble();

    assertThat(of(seconds).seconds()).isGreaterThanOrEqualTo(before - 1e-9);
  }

  /** Whatever one of ten starts takes, the estimate is that of the other nine, within a third. */
  @Property(tries = 500)
  void oneAmongOthersHardlyMatters(
      @ForAll long seed,
      @ForAll @IntRange(max = 9) int which,
      @ForAll @DoubleRange(max = 1e6) double far) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] seconds = new double[10];
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = Math.exp(0.2 * RandomVariates.normal(random));
    }
    double without = of(seconds).seconds();
    seconds[which] = far;

    assertThat(of(seconds).seconds() / without).isBetween(0.75, 1.33);
  }

  @Property(tries = 200)
  void withTimeItReturnsToWhatWasExpected(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    DurationEstimate estimate = new DurationEstimate(1, DurationEstimate.PRIOR);
    for (int i = 0; i < 20; i++) {
      estimate.add(i, 1000 * random.nextDouble(), i * MINUTE);
    }
    for (long hour = 1; hour < 72; hour++) {
      estimate.fade(hour * 60 * MINUTE);
    }

    assertThat(estimate.seconds()).isBetween(0.6, 1.6);
  }
}
