/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
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
  void lossesOfLongAgoAreForgottenWithoutOthersToo() {
    backoff.lost(FRAGILE, 0);

    assertThat(secondsHeldAfterLossAt(602)).isEqualTo(1);
  }

  /** One entry for each revision of an action stayed for twenty minutes, and all were looked at. */
  @Test
  void remembersABoundedNumberOfFunctions() {
    AtomicInteger forgotten = new AtomicInteger();
    PreparationBackoff bounded = new PreparationBackoff(forgotten::incrementAndGet);

    for (int i = 0; i < 50_000; i++) {
      bounded.lost(new FunctionId("hostile", "f", "r" + i), i);
    }

    assertThat(bounded.functions()).isEqualTo(10_000);
    assertThat(forgotten).hasValue(40_000);
    assertThat(bounded.holds(new FunctionId("hostile", "f", "r49999"), 50_000)).isTrue();
    bounded.lost(OTHER, micros(2000));
    assertThat(bounded.functions()).isEqualTo(1);
    assertThat(forgotten).as("those whose time is over are not").hasValue(40_000);
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
