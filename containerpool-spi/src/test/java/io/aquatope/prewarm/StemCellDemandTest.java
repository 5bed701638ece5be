/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StemCellDemandTest {

  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3600 * SECOND;
  private static final double CREATE_SECONDS = 0.6;

  private final StemCellDemand demand = new StemCellDemand(0);

  private void call(long at, int memoryMb, boolean isServed) {
    demand.called(memoryMb, isServed, CREATE_SECONDS, at);
  }

  private List<Integer> wanted(double rate, long at) {
    demand.fade(at);
    return demand.wanted(CREATE_SECONDS, PrewarmSettings.DEFAULT.withGbSecondsPerSecond(rate), at);
  }

  @Test
  void withoutCallsNoneIsWanted() {
    assertThat(wanted(99.69, HOUR)).isEmpty();
  }

  @Test
  void callsFarApartShareOne() {
    for (long at = 0; at < HOUR; at += 20 * SECOND) {
      call(at, 256, false);
    }

    assertThat(wanted(99.69, HOUR)).containsExactly(256);
    assertThat(wanted(1, HOUR)).isEmpty();
  }

  @Test
  void callsThatComeTogetherWantOneEach() {
    for (long at = 0; at < HOUR; at += 20 * SECOND) {
      call(at, 256, false);
      call(at, 256, false);
      call(at, 256, false);
    }

    assertThat(wanted(99.69, HOUR)).containsExactly(256, 256, 256);
  }

  @Test
  void aSizeThatFewNeedIsNotWorthItsMemory() {
    for (long at = 0; at < HOUR; at += 20 * SECOND) {
      call(at, at % (600 * SECOND) == 0 ? 4096 : 128, false);
    }

    assertThat(wanted(99.69, HOUR)).containsExactly(128);
  }

  @Test
  void whatWasNeededLongAgoIsForgotten() {
    for (long at = 0; at < HOUR; at += 20 * SECOND) {
      call(at, 256, false);
    }

    assertThat(wanted(99.69, 5 * HOUR)).isEmpty();
  }

  @Test
  void theShareThatIsServedIsMeasured() {
    assertThat(demand.servedShare()).isZero();
    for (long at = 0; at < HOUR; at += 20 * SECOND) {
      call(at, 256, at % (40 * SECOND) == 0);
    }

    assertThat(demand.servedShare()).isBetween(0.45, 0.55);
  }
}
