/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PreparationBackoffTest {

  private static final FunctionId FRAGILE = new FunctionId("ns", "fragile", "1");
  private static final FunctionId OTHER = new FunctionId("ns", "other", "1");

  private final PreparationBackoff backoff = new PreparationBackoff();

  @Test
  void eachLossInARowDoublesTheTimeWithoutPreparation() {
    assertThat(secondsHeldAfterLossAt(0)).isEqualTo(1);
    assertThat(secondsHeldAfterLossAt(1)).isEqualTo(2);
    assertThat(secondsHeldAfterLossAt(10)).isEqualTo(4);
  }

  @Test
  void tenMinutesIsTheLongest() {
    for (int loss = 0; loss < 70; loss++) {
      backoff.lost(FRAGILE, micros(loss));
    }
    assertThat(secondsHeldAfterLossAt(100)).isEqualTo(600);
  }

  @Test
  void aContainerThatIsUsedAndWorksEndsTheRow() {
    backoff.lost(FRAGILE, 0);
    backoff.lost(FRAGILE, 0);

    backoff.worked(FRAGILE);

    assertThat(backoff.holds(FRAGILE, 0)).isFalse();
    assertThat(secondsHeldAfterLossAt(5)).isEqualTo(1);
  }

  @Test
  void lossesOfLongAgoAreForgotten() {
    backoff.lost(FRAGILE, 0);
    backoff.lost(OTHER, micros(602));

    assertThat(secondsHeldAfterLossAt(602)).isEqualTo(1);
  }

  @Test
  void functionsDoNotPayForEachOther() {
    backoff.lost(FRAGILE, 0);

    assertThat(backoff.holds(OTHER, 0)).isFalse();
  }

  private int secondsHeldAfterLossAt(int second) {
    backoff.lost(FRAGILE, micros(second));
    int held = 0;
    while (backoff.holds(FRAGILE, micros(second + held))) {
      held++;
    }
    return held;
  }

  private static long micros(int seconds) {
    return seconds * 1_000_000L;
  }
}
