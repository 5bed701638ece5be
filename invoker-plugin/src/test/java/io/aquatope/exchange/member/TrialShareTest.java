/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

final class TrialShareTest {

  @Property(tries = 100)
  void trialsNeverExceedTheirShare(@ForAll @DoubleRange(min = 0.01, max = 0.9) double share) {
    TrialShare explorer = new TrialShare(share);
    int trials = 0;
    for (int run = 1; run <= 2_000; run++) {
      boolean trial = explorer.isExploring();
      trials += trial ? 1 : 0;
      explorer.ran(trial, 6);
      assertThat(trials).isLessThanOrEqualTo((int) Math.ceil(share * run) + 1);
    }
    assertThat(trials).isGreaterThan((int) (share * 2_000 * 0.5) - 7);
  }

  @Test
  void trialsComeInBursts() {
    TrialShare explorer = new TrialShare(0.5);
    for (int i = 0; i < 3; i++) {
      assertThat(explorer.isExploring()).isFalse();
      explorer.ran(false, 3);
    }
    for (int i = 0; i < 3; i++) {
      assertThat(explorer.isExploring()).isTrue();
      explorer.ran(true, 3);
    }
    assertThat(explorer.isExploring()).isFalse();
  }

  @Test
  void aShareOfOneMeansAlways() {
    assertThat(new TrialShare(1).isExploring()).isTrue();
  }
}
