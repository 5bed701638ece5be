/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.models.gp.LeaveOneOut;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlierScreenTest {

  private static StageHistory.Entry run(int candidate) {
    return new StageHistory.Entry(candidate, 0, 0, 0, ChangeTest.NONE);
  }

  @Test
  void aRunIsOutlyingBeyondFourStandardDeviations() {
    LeaveOneOut predicted =
        new LeaveOneOut(
            new double[] {0, 0, 0}, new double[] {0.01, 0.01, 0.01}, new double[] {0.3, 0.5, -0.5});
    assertThat(OutlierScreen.outlying(predicted)).containsExactly(0, 0.5, -0.5);
  }

  @Test
  void aConfigurationIsOddIfMostOfItsRunsAreOutlyingInOneDirection() {
    List<StageHistory.Entry> runs = List.of(run(0), run(0), run(1), run(1), run(2), run(2));
    double[] outlying = {0.5, 0.5, 0.5, -0.5, 0.5, 0};
    assertThat(OutlierScreen.oddities(runs, outlying, 3)).containsExactly(0.5, 0, 0);
  }

  @Test
  void manyOutlyingRunsAreAMisfitButGrossOnesRemainOutliers() {
    double[] few = {0.5, 0, 0, 0, 0};
    double[] many = {0.5, -0.5, 0, 0, 2};
    assertThat(OutlierScreen.misfit(few)).isFalse();
    assertThat(OutlierScreen.misfit(many)).isTrue();
    assertThat(OutlierScreen.isOutlier(few[0], false)).isTrue();
    assertThat(OutlierScreen.isOutlier(many[0], true)).isFalse();
    assertThat(OutlierScreen.isOutlier(many[4], true)).isTrue();
  }
}
