/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WindowPhaseTest {

  private static final double SECOND = 1 / 60.0;

  @Test
  void nothingIsKnownAtFirst() {
    assertThat(new WindowPhase().before(0.3)).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void aTimerIsKnownAfterTwoCalls() {
    WindowPhase phase = new WindowPhase();
    for (int window = 0; window < 2; window++) {
      phase.observe(12.5 * SECOND);
      phase.close();
    }

    assertThat(phase.before(13 * SECOND) - phase.before(12 * SECOND)).isGreaterThan(0.85);
  }

  @Test
  void callsAtAnyTimeStaySpread() {
    WindowPhase phase = new WindowPhase();
    SplittableRandom random = new SplittableRandom(1);
    for (int window = 0; window < 200; window++) {
      phase.observe(random.nextDouble());
      phase.close();
    }

    assertThat(phase.before(0.5)).isCloseTo(0.5, within(0.05));
  }

  @Test
  void manyCallsOfOneWindowDoNotDrownTheOthers() {
    WindowPhase phase = new WindowPhase();
    for (int call = 0; call < 10_000; call++) {
      phase.observe(0.1);
    }
    phase.close();
    for (int window = 0; window < 5; window++) {
      phase.observe(0.9);
      phase.close();
    }

    assertThat(phase.before(0.5)).isLessThan(0.55);
  }

  @Property(tries = 100)
  void isADistribution(@ForAll @Size(max = 50) double[] calls, @ForAll @DoubleRange double at) {
    WindowPhase phase = new WindowPhase();
    for (double call : calls) {
      phase.observe(Math.abs(call % 1));
      phase.close();
    }

    assertThat(phase.before(0)).isZero();
    assertThat(phase.before(1)).isCloseTo(1, within(1e-9));
    assertThat(phase.before(at)).isBetween(0.0, phase.before(Math.min(1, at + 0.1)) + 1e-12);
    assertThat(phase.density(at)).isPositive();
  }
}
