/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class StageProgressTest {

  private StageProgress course = StageProgress.unknown(2);

  @Test
  void timesAreAveraged() {
    ran(0, 1);
    ran(0, 3);

    assertThat(course.stages()).containsExactly(new StageRunAverage(2, 2), StageRunAverage.NONE);
  }

  @Test
  void sharesAreKeptAndTimesFollowWhereOldRunsCountLess() {
    for (int i = 0; i < 1_000; i++) {
      ran(0, i < 500 ? 1 : 5);
      if (i % 2 == 0) {
        ran(1, 1);
      }
    }

    assertThat(course.stages().get(0).runs()).isLessThan(64);
    assertThat((double) course.stages().get(1).runs() / course.stages().get(0).runs())
        .isCloseTo(0.5, within(0.05));
    assertThat(course.stages().get(0).seconds()).isCloseTo(5, within(0.01));
  }

  /** Prevents that followers are prepared as late as after the one run that hung. */
  @Test
  void aRunThatHangsDoesNotRule() {
    for (int i = 0; i < 10; i++) {
      ran(0, 1);
    }
    ran(0, 600);
    assertThat(course.stages().get(0).seconds()).isLessThan(1.5);

    for (int i = 0; i < 200; i++) {
      ran(0, 20);
    }
    assertThat(course.stages().get(0).seconds()).as("what is always so").isGreaterThan(15);
  }

  private void ran(int stage, double seconds) {
    course =
        course.seen(stage, new StageOutcome("invoker0", 500, 256, 70, seconds, true, false, true));
  }
}
