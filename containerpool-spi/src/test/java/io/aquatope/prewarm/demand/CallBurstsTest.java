/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class CallBurstsTest {

  private static final long SECOND = 1_000_000;
  private static final long LENGTH = 2 * SECOND;

  private final CallBursts bursts = new CallBursts();

  private void burst(long atMicros, int calls) {
    for (int i = 1; i <= calls; i++) {
      bursts.called(atMicros, LENGTH);
      bursts.busy(i, atMicros);
    }
    for (int i = calls - 1; i >= 0; i--) {
      bursts.busy(i, atMicros + LENGTH);
    }
  }

  @Test
  void aCallWithinTheLengthOfABurstBelongsToIt() {
    assertThat(bursts.called(0, LENGTH)).isTrue();
    assertThat(bursts.called(SECOND, LENGTH)).isFalse();
    assertThat(bursts.called(LENGTH, LENGTH)).isTrue();
  }

  @Test
  void theWidthIsWhatTheBurstAddsToWhatIsBusy() {
    bursts.busy(3, 0);
    for (int i = 0; i < 50; i++) {
      long at = i * 10L * SECOND;
      bursts.called(at, LENGTH);
      bursts.busy(5, at);
      bursts.busy(3, at + SECOND);
    }

    assertThat(bursts.atLeast(2)).isCloseTo(1, within(0.05));
    assertThat(bursts.atLeast(3)).isLessThan(0.01);
  }

  @Test
  void widthsAreAsProbableAsTheyWereFrequent() {
    for (int i = 0; i < 200; i++) {
      burst(i * 10L * SECOND, i % 2 == 0 ? 2 : 4);
    }

    assertThat(bursts.atLeast(2)).isCloseTo(1, within(0.05));
    assertThat(bursts.atLeast(3)).isCloseTo(0.5, within(0.1));
    assertThat(bursts.atLeast(5)).isLessThan(0.01);
  }

  @Test
  void aBurstOfNowMayStillBecomeAsWideAsOthersWere() {
    for (int i = 0; i < 100; i++) {
      burst(i * 10L * SECOND, 4);
    }
    long now = 1000 * SECOND;
    bursts.called(now, LENGTH);
    bursts.busy(1, now);

    assertThat(bursts.further(3, now)).isGreaterThan(0.9);
    assertThat(bursts.further(4, now)).isLessThan(0.01);
    assertThat(bursts.further(1, now + LENGTH)).isZero();
  }

  @Test
  void aBurstThatIsFarWiderThanAnyBeforeIsNotExpectedToGrow() {
    burst(0, 2);
    long now = 10 * SECOND;
    bursts.called(now, LENGTH);
    bursts.busy(100, now);

    assertThat(bursts.further(1, now)).isZero();
  }

  @Property
  void widerBurstsAreNeverLikelier(
      @ForAll @Size(max = 30) List<@IntRange(min = 1, max = 100) Integer> widths) {
    for (int i = 0; i < widths.size(); i++) {
      burst(i * 10L * SECOND, widths.get(i));
    }

    assertThat(bursts.atLeast(1)).isEqualTo(1);
    for (int width = 2; width < 200; width++) {
      assertThat(bursts.atLeast(width)).isBetween(0.0, bursts.atLeast(width - 1));
    }
  }
}
