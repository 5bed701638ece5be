/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.models.forecast.Trigger;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PeakDemandTest {

  @Test
  void callsOfATimerDoNotOverlapUnlessTheyRunLong() {
    int[] calls = {4, 4, 4};

    assertThat(peaks(calls, lasting(10_000), Trigger.TIMER)).containsExactly(1, 1, 1);
    assertThat(peaks(calls, lasting(20_000), Trigger.TIMER)[1]).isEqualTo(2);
  }

  @Test
  void manyLongCallsAreBusyTogether() {
    int[] calls = {600, 600, 600, 0, 0, 0};

    int[] peaks = peaks(calls, lasting(60_000), Trigger.HTTP);

    assertThat(peaks[1]).isBetween(570, 660);
    assertThat(peaks[4]).isZero();
  }

  @Property
  void aPeakIsPositiveIfAndOnlyIfSomethingCanRun(
      @ForAll @Size(8) int[] raw, @ForAll @IntRange(min = 1, max = 5_000) int duration) {
    int[] calls = Arrays.stream(raw).map(call -> Math.floorMod(call, 4)).toArray();

    int[] peaks = peaks(calls, lasting(duration), Trigger.HTTP);

    for (int minute = 0; minute < calls.length; minute++) {
      int before = minute == 0 ? 0 : calls[minute - 1];
      assertThat(peaks[minute]).isBetween(calls[minute] > 0 ? 1 : 0, calls[minute] + before);
    }
  }

  private static Durations lasting(double milliseconds) {
    double[] percentiles = new double[Durations.LEVELS.length];
    Arrays.fill(percentiles, milliseconds);
    return new Durations(percentiles);
  }

  private static int[] peaks(int[] calls, Durations durations, Trigger trigger) {
    return PeakDemand.of(calls, durations, trigger, new SplittableRandom(1));
  }
}
