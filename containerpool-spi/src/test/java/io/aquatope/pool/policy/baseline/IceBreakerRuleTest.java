/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class IceBreakerRuleTest {

  private static final FunctionSpec FUNCTION = Functions.of("f", 256, 1);

  /** What it wants after each of so many minutes with the given peaks. */
  private static List<Integer> wanted(IntUnaryOperator peaks, int minutes) {
    IceBreakerRule rule = new IceBreakerRule();
    IceBreakerRule.Peaks memory = rule.newMemory(FUNCTION);
    List<Integer> wanted = new ArrayList<>();
    for (int minute = 0; minute < minutes; minute++) {
      var load = new FunctionLoad.Interval(1, peaks.applyAsInt(minute), 0);
      var seen = new ScalingRule.Observed<>(FUNCTION, memory, load, new FunctionCount(0, 0, 0, 0));
      wanted.add(rule.decide(List.of(seen), 0)[0]);
    }
    return wanted;
  }

  @Test
  void aPeriodThatIsAHarmonicIsForecastInPhase() {
    IntUnaryOperator everyFourth = minute -> minute % 4 == 0 ? 3 : 0;
    List<Integer> wanted = wanted(everyFourth, 264);

    for (int minute = 256; minute < 263; minute++) {
      assertThat(wanted.get(minute))
          .as("for minute %s", minute + 1)
          .isEqualTo(everyFourth.applyAsInt(minute + 1));
    }
  }

  @Test
  void aConstantIsKept() {
    assertThat(wanted(minute -> 2, 260).get(259)).isEqualTo(2);
  }

  @Test
  void silenceWantsNothing() {
    assertThat(wanted(minute -> 0, 5)).containsOnly(0);
    assertThat(wanted(minute -> minute == 0 ? 7 : 0, 257).get(256)).isZero();
  }
}
