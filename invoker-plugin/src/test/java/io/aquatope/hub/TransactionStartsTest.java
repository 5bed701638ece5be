/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.FakeClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TransactionStartsTest {

  private static final long NOON = 1_750_000_000_000L;
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;

  private long steadyMs = 1_000;
  private long offsetMs = NOON;
  private final TransactionStarts starts =
      new TransactionStarts(new FakeClock(() -> steadyMs + offsetMs));

  private Instant stamp() {
    return Instant.ofEpochMilli(steadyMs + offsetMs);
  }

  private long steady(Instant start) {
    return starts.steady(start, steadyMs);
  }

  @Test
  void aStartIsAsLongAgoAsTheWallClockSays() {
    Instant start = stamp();
    steadyMs += 30;

    assertThat(steady(start)).isEqualTo(1_000);
  }

  /** An hour was added to the latency of each instance in flight, which tuning then learnt from. */
  @ParameterizedTest
  @ValueSource(longs = {HOUR, -HOUR, 5_000, -5_000})
  void aClockThatIsSetSpoilsNoTransactionInFlightNorLaterOnes(long step) {
    assertThat(steady(stamp())).isEqualTo(1_000);
    steadyMs += 500;
    Instant before = stamp();
    steadyMs += 10;
    offsetMs += step;
    Instant after = stamp();
    steadyMs += 10;

    assertThat(steady(before)).isEqualTo(1_500);
    assertThat(steady(after)).isEqualTo(1_510);
    assertThat(steady(before)).as("whichever comes first").isEqualTo(1_500);
    for (int i = 0; i < 10; i++) {
      steadyMs += MINUTE;
      Instant later = stamp();
      steadyMs += 1_000;
      assertThat(steady(later)).isEqualTo(steadyMs - 1_000);
    }
  }

  @Test
  void aStampOfTheFutureCountsAsNow() {
    assertThat(steady(stamp().plusMillis(HOUR))).isEqualTo(steadyMs);
  }

  @Test
  void aClockThatIsAdjustedSlowlyIsFollowed() {
    for (int second = 0; second < 10_000; second++) {
      steadyMs += 1_000;
      offsetMs += 1;
      Instant start = stamp();
      steadyMs += 3_000;
      assertThat(steady(start)).isBetween(steadyMs - 3_001, steadyMs - 2_980);
    }
  }
}
