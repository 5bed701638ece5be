/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.policy.baseline.KnativeRule.Scaler;
import org.junit.jupiter.api.Test;

class KnativeRuleTest {

  private final Scaler scaler = new Scaler(0.7);
  private long now;

  /** What it wants after two more seconds of a concurrency. */
  private int tick(double concurrency, int ready) {
    now += KnativeRule.TICK_MICROS;
    return scaler.decide(Math.round(concurrency * KnativeRule.TICK_MICROS), ready, now);
  }

  private int ticks(int count, double concurrency, int ready) {
    int wanted = 0;
    for (int i = 0; i < count; i++) {
      wanted = tick(concurrency, ready);
    }
    return wanted;
  }

  @Test
  void wantsTheAverageOfTheStableWindowByTheTarget() {
    assertThat(tick(1, 2)).as("1/30 by 0.7").isEqualTo(1);
    assertThat(ticks(19, 1, 2)).as("20/30 by 0.7").isEqualTo(1);
    assertThat(ticks(10, 1, 2)).as("1 by 0.7").isEqualTo(2);
    assertThat(ticks(30, 2.8, 3)).as("2.8 by 0.7").isEqualTo(4);
  }

  @Test
  void panicsWhenTheShortWindowWantsTwiceWhatIsReady() {
    assertThat(ticks(3, 10, 1)).as("10 by 0.7").isEqualTo(15);
  }

  @Test
  void doesNotScaleDownInPanicNorForAStableWindowAfterIt() {
    ticks(3, 10, 1);

    assertThat(ticks(30, 0, 15)).isEqualTo(15);
    assertThat(tick(0, 15)).as("panic is over").isEqualTo(7);
  }

  @Test
  void atMostHalvesAtATick() {
    ticks(30, 7, 10);

    assertThat(ticks(30, 0, 10)).isEqualTo(5);
    assertThat(tick(0, 5)).isEqualTo(2);
  }

  @Test
  void theLastContainerStaysForTheGracePeriodAfterTheStableWindow() {
    ticks(1, 0.1, 1);

    assertThat(ticks(29, 0, 1)).as("still in the window").isEqualTo(1);
    assertThat(ticks(14, 0, 1)).as("28 s of grace").isEqualTo(1);
    assertThat(tick(0, 1)).isZero();
  }
}
