/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BusyTimeTest {

  private static final long MINUTE = 60_000_000;
  private static final long RUN = 1_000_000;

  private final BusyTime busyTime = new BusyTime();
  private long[] ends = new long[0];

  /** A call that keeps a container busy for a second. */
  private void call(long atMicros) {
    endUntil(atMicros);
    busyTime.called();
    ends = Arrays.copyOf(ends, ends.length + 1);
    ends[ends.length - 1] = atMicros + RUN;
    busyTime.busy(ends.length, atMicros);
  }

  private void endUntil(long micros) {
    while (ends.length > 0 && ends[0] <= micros) {
      long end = ends[0];
      ends = Arrays.copyOfRange(ends, 1, ends.length);
      busyTime.busy(ends.length, end);
    }
  }

  private void window(long index, long... callMicros) {
    for (long at : callMicros) {
      call(index * MINUTE + at);
    }
    endUntil((index + 1) * MINUTE);
    busyTime.close((index + 1) * MINUTE);
  }

  @Test
  void theMeanTimeIsBusyTimeOverCalls() {
    for (int i = 0; i < 100; i++) {
      window(i, 0, 10_000_000, 30_000_000);
    }

    assertThat(busyTime.meanSeconds()).isCloseTo(1, within(0.01));
  }

  @Test
  void callsThatComeTogetherFindAsManyBusyAsTheLastOnesDid() {
    for (int i = 0; i < 30; i++) {
      window(i, 20_000_000, 20_100_000, 20_200_000, 20_300_000);
    }

    assertThat(busyTime.foundInBursts(0)).isCloseTo(0.8, within(0.2));
    assertThat(busyTime.foundInBursts(3)).isBetween(0.15, 0.3);
    assertThat(busyTime.foundInBursts(4)).isZero();
  }

  @Test
  void callsThatComeByChanceAreNoBursts() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 200; i++) {
      window(i, random.longs(40, 0, MINUTE).sorted().toArray());

      assertThat(busyTime.foundInBursts(1)).isZero();
    }
  }
}
