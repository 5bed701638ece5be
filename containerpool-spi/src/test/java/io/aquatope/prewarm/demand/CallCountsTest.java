/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aquatope.prewarm.demand.CallCounts.Stretch;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CallCountsTest {

  private static ExpectedCalls rest(
      CallCounts counts, double probability, int came, double passed) {
    Stretch stretch = new Stretch(1 - passed, 1);
    return counts.expected(probability, came, 1, stretch, stretch);
  }

  private static CallCounts after(int... windows) {
    CallCounts counts = new CallCounts();
    for (int count : windows) {
      counts.add(count);
    }
    return counts;
  }

  @Test
  void withoutAForecastOfCallsNoneAreExpected() {
    assertThat(rest(after(3, 3, 3), 0, 0, 0)).isEqualTo(ExpectedCalls.NONE);
  }

  @Test
  void asManyAsInTheWindowsBeforeAreExpected() {
    assertThat(rest(after(6, 6, 6, 6), 1 - 1e-9, 0, 0).mean()).isCloseTo(6, within(0.5));
  }

  @Test
  void whatHasComeIsHardlyExpectedAgain() {
    CallCounts counts = after(6, 6, 6, 6, 6, 6, 6, 6);

    assertThat(rest(counts, 1 - 1e-9, 3, 0.5).mean()).isCloseTo(3, within(0.7));
    assertThat(rest(counts, 1 - 1e-9, 6, 0.5).mean()).isLessThan(2);
  }

  @Test
  void aCallAgainstTheForecastChangesIt() {
    CallCounts counts = after(10, 10, 10);

    assertThat(rest(counts, 0.01, 0, 0.1).mean()).isLessThan(0.1);
    assertThat(rest(counts, 0.01, 1, 0.1).mean()).isGreaterThan(5);
  }

  @Test
  void theLongerACallFailsToComeTheLessItIsExpected() {
    CallCounts counts = after(4, 4);

    assertThat(rest(counts, 0.8, 0, 0.9).mean()).isLessThan(rest(counts, 0.8, 0, 0.1).mean() / 5);
  }

  @Test
  void burstsMakeOthersLikely() {
    CallCounts counts = after(40, 40, 40);
    ExpectedCalls calls = rest(counts, 0.1, 0, 0);

    assertThat(calls.others()).isGreaterThan(5 * calls.mean());
    assertThat(rest(after(1, 1, 1, 1), 0.9, 0, 0).others()).isLessThan(0.6);
  }

  @Property(tries = 500)
  void isFiniteWhateverCame(
      @ForAll @Size(max = 12) @IntRange(min = 1, max = 1_000_000) int[] windows,
      @ForAll @DoubleRange(max = 0.99) double probability,
      @ForAll @IntRange(max = 1_000_000) int came,
      @ForAll @DoubleRange double passed) {
    ExpectedCalls calls = rest(after(windows), probability, came, passed);

    assertThat(calls.mean()).isFinite().isNotNegative();
    assertThat(calls.others()).isFinite().isNotNegative();
  }
}
