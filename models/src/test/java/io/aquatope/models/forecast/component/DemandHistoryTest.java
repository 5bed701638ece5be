/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.models.forecast.DemandWindow;
import io.aquatope.models.forecast.Demands;
import io.aquatope.models.forecast.FunctionTrigger;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DemandHistoryTest {

  @Test
  void holdsTheNewestWindowsOnly() {
    DemandHistory history = new DemandHistory(FunctionTrigger.HTTP, Demands.MINUTE);
    for (int t = 0; t < DemandHistory.CAPACITY + 100; t++) {
      history.append(new DemandWindow(t, 1, t % 7));
    }

    assertThat(history.size()).isEqualTo(DemandHistory.CAPACITY);
    int last = DemandHistory.CAPACITY + 99;
    assertThat(history.bin(1)).isEqualTo(last % 7);
    assertThat(history.bin(DemandHistory.CAPACITY))
        .isEqualTo((last + 1 - DemandHistory.CAPACITY) % 7);
  }

  @Test
  void measuresIdleTimeAndGaps() {
    DemandHistory history = new DemandHistory(FunctionTrigger.HTTP, Demands.MINUTE);
    int[] peaks = {0, 2, 0, 0, 1, 0};
    for (int t = 0; t < peaks.length; t++) {
      history.append(new DemandWindow(t, peaks[t], peaks[t]));
    }

    assertThat(history.idle()).isEqualTo(1);
    assertThat(history.previousGap()).isEqualTo(3);
  }

  @Test
  void knowsTheMinuteOfAComingWindowOfAnyLength() {
    DemandHistory history = new DemandHistory(FunctionTrigger.HTTP, Duration.ofSeconds(20));
    history.append(new DemandWindow(10, 0, 0));

    assertThat(history.minute(1)).isEqualTo(3);
    assertThat(history.minute(5)).isEqualTo(5);
  }
}
