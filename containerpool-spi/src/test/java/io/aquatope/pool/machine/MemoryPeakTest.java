/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import static io.aquatope.pool.machine.MemoryPeak.PERIOD_MICROS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MemoryPeakTest {

  private final MemoryPeak peak = new MemoryPeak();

  @Test
  void nothingHasBeenTakenAtFirst() {
    assertThat(peak.mb(0)).isZero();
    assertThat(peak.mb(5 * PERIOD_MICROS)).isZero();
  }

  @Test
  void aPeakIsRememberedForAtLeastOnePeriodAndForgottenAfterTwo() {
    peak.note(512, PERIOD_MICROS - 1);
    peak.note(128, PERIOD_MICROS);

    assertThat(peak.mb(2 * PERIOD_MICROS - 1)).isEqualTo(512);
    assertThat(peak.mb(2 * PERIOD_MICROS)).isEqualTo(128);
    assertThat(peak.mb(3 * PERIOD_MICROS)).isZero();
  }

  @Property(tries = 200)
  void itIsTheMaximumOverAtLeastOneAndAtMostTwoPeriods(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    MemoryPeak measured = new MemoryPeak();
    long[] times = new long[50];
    long[] mb = new long[50];
    long now = 0;
    for (int i = 0; i < times.length; i++) {
      now += random.nextLong(PERIOD_MICROS / 2);
      times[i] = now;
      mb[i] = random.nextLong(1, 4096);
      measured.note(mb[i], now);
      assertThat(measured.mb(now))
          .isBetween(
              most(times, mb, i, now - PERIOD_MICROS), most(times, mb, i, now - 2 * PERIOD_MICROS));
    }
  }

  private static long most(long[] times, long[] mb, int last, long after) {
    long most = 0;
    for (int i = 0; i <= last; i++) {
      most = times[i] > after ? Math.max(most, mb[i]) : most;
    }
    return most;
  }
}
