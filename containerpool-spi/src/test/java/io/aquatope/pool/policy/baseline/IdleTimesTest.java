/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class IdleTimesTest {

  private static final long MINUTE = 60_000_000;

  private final IdleTimes times = new IdleTimes(Functions.of("f", 256, 1), Duration.ofHours(4));

  /** A call of no length each time after so many idle minutes. */
  private void idle(double... minutes) {
    long now = 0;
    times.arrived(now);
    times.completed(now);
    for (double idle : minutes) {
      now += Math.round(idle * MINUTE);
      times.arrived(now);
      times.completed(now);
    }
  }

  @Test
  void withoutIdleTimesItKeepsForTheWholeRange() {
    assertThat(times.windows()).isEqualTo(new IdleWindows(0, 240 * MINUTE));
  }

  @Test
  void aTimerIsLoadedAgainTenPercentBeforeItsBinAndKeptTenPercentBeyond() {
    idle(10.5, 10.4, 10.6);

    assertThat(times.windows()).isEqualTo(new IdleWindows(9 * MINUTE, Math.round(12.1 * MINUTE)));
  }

  @Test
  void shortIdleTimesAreNotUnloaded() {
    idle(0.5, 3.5, 3.5);

    assertThat(times.windows()).isEqualTo(new IdleWindows(0, Math.round(4.4 * MINUTE)));
  }

  @Test
  void evenlySpreadIdleTimesAreNotRepresentative() {
    double[] spread = new double[120];
    for (int i = 0; i < spread.length; i++) {
      spread[i] = 2 * i + 1;
    }
    idle(spread);

    assertThat(times.windows()).isEqualTo(new IdleWindows(0, 240 * MINUTE));
  }

  @Test
  void mostlyLongIdleTimesAreForecastWithAMarginOf15Percent() {
    idle(300, 300, 5);
    assertThat(times.windows().preWarmMicros()).isGreaterThan(0);

    IdleTimes regular = new IdleTimes(Functions.of("g", 256, 1), Duration.ofHours(4));
    for (int i = 0; i < 4; i++) {
      regular.arrived(i * 300L * MINUTE);
      regular.completed(i * 300L * MINUTE);
    }
    assertThat(regular.windows()).isEqualTo(new IdleWindows(255 * MINUTE, 345 * MINUTE));
  }

  @Test
  void callsDuringAnExecutionEndNoIdleTime() {
    times.arrived(0);
    times.completed(0);
    for (int i = 1; i <= 3; i++) {
      times.arrived(10L * i * MINUTE);
      times.arrived(10L * i * MINUTE);
      times.completed(10L * i * MINUTE);
      times.completed(10L * i * MINUTE);
    }

    assertThat(times.windows()).isEqualTo(new IdleWindows(9 * MINUTE, Math.round(12.1 * MINUTE)));
  }
}
