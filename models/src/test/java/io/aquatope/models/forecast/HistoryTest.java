/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HistoryTest {

  @Test
  void holdsTheNewestWindowsOnly() {
    History history = new History(Trigger.HTTP, Demands.MINUTE);
    for (int t = 0; t < History.CAPACITY + 100; t++) {
      history.append(new Window(t, 1, t % 7));
    }

    assertThat(history.size()).isEqualTo(History.CAPACITY);
    int last = History.CAPACITY + 99;
    assertThat(history.bin(1)).isEqualTo(last % 7);
    assertThat(history.bin(History.CAPACITY)).isEqualTo((last + 1 - History.CAPACITY) % 7);
  }

  @Test
  void measuresIdleTimeAndGaps() {
    History history = new History(Trigger.HTTP, Demands.MINUTE);
    int[] peaks = {0, 2, 0, 0, 1, 0};
    for (int t = 0; t < peaks.length; t++) {
      history.append(new Window(t, peaks[t], peaks[t]));
    }

    assertThat(history.idle()).isEqualTo(1);
    assertThat(history.previousGap()).isEqualTo(3);
  }

  @Test
  void knowsTheMinuteOfAComingWindowOfAnyLength() {
    History history = new History(Trigger.HTTP, Duration.ofSeconds(20));
    history.append(new Window(10, 0, 0));

    assertThat(history.minute(1)).isEqualTo(3);
    assertThat(history.minute(5)).isEqualTo(5);
  }
}
