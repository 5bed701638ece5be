/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MeasuredStageTest {

  private static final StageSpace SPACE =
      new StageSpace("s", "f", ImmutableList.of(new StageConfiguration(1, 1)));

  private static MeasuredStage stage(int repeat, StageRun... runs) {
    return new MeasuredStage(SPACE, ImmutableList.of(ImmutableList.copyOf(runs)), repeat);
  }

  @Test
  void aRepeatedStageTakesTheSumOfItsRuns() {
    MeasuredStage thrice = stage(3, StageRun.warm(1, true), StageRun.warm(2, true));
    SplittableRandom random = new SplittableRandom(1);
    double sum = 0;
    for (int i = 0; i < 2000; i++) {
      double seconds = thrice.draw(0, random).seconds();
      assertThat(seconds).isBetween(3.0, 6.0);
      sum += seconds;
    }
    assertThat(thrice.meanSeconds(0)).isEqualTo(4.5);
    assertThat(sum / 2000).isCloseTo(4.5, within(0.1));
    assertThat(thrice.latencies(0, new double[][] {{0.1, 0.9}, {0.1, 0.9}, {0.9, 0.9}}))
        .containsExactly(4, 6);
  }

  @Test
  void aRepeatedStageEndsWithItsFirstFailure() {
    StageRun run = stage(3, StageRun.warm(1, false)).draw(0, new SplittableRandom(1));
    assertThat(run.succeeded()).isFalse();
    assertThat(run.seconds()).isEqualTo(1);
  }

  @Test
  void aStageRunsAtLeastOnce() {
    assertThatThrownBy(() -> stage(0, StageRun.warm(1, true)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least once");
  }
}
