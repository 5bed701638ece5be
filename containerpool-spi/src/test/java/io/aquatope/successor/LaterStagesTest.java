/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import io.aquatope.models.workflow.WorkflowGraph;
import io.aquatope.successor.LaterStages.Later;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LaterStagesTest {

  /** Stage 0, then 1 and 2 side by side, then 3, which waits for both. */
  private static final WorkflowGraph DIAMOND =
      new WorkflowGraph(
          ImmutableList.of(
              ImmutableIntArray.of(),
              ImmutableIntArray.of(0),
              ImmutableIntArray.of(0),
              ImmutableIntArray.of(1, 2)));

  @Test
  void aStageBeginsWhenTheSlowestThatItWaitsForHasEnded() {
    List<List<Later>> later = LaterStages.of(DIAMOND, new double[] {1, 2, 5, 1}, 100);

    assertThat(later.get(0)).containsExactly(new Later(1, 1), new Later(2, 1), new Later(3, 6));
    assertThat(later.get(1)).containsExactly(new Later(3, 5));
    assertThat(later.get(2)).containsExactly(new Later(3, 5));
    assertThat(later.get(3)).isEmpty();
  }

  @Test
  void whatIsNotKnownTakesAnEqualShareOfTheTarget() {
    List<List<Later>> later = LaterStages.of(WorkflowGraph.chain(4), new double[] {1, 0, 0, 0}, 8);

    assertThat(later.get(0)).containsExactly(new Later(1, 1), new Later(2, 3), new Later(3, 5));
  }

  @Test
  void stagesThatBeginSideBySideDoNotFollowEachOther() {
    WorkflowGraph apart =
        new WorkflowGraph(ImmutableList.of(ImmutableIntArray.of(), ImmutableIntArray.of()));

    assertThat(LaterStages.of(apart, new double[] {1, 1}, 1)).allMatch(List::isEmpty);
  }

  @Test
  void eachStageNeedsATime() {
    assertThatThrownBy(() -> LaterStages.of(DIAMOND, new double[] {1}, 1))
        .hasMessageContaining("1 times of 4 stages");
  }
}
