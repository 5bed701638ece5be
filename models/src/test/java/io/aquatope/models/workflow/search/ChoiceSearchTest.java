/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.aquatope.models.workflow.ResourcePrices;
import io.aquatope.models.workflow.StageConfiguration;
import io.aquatope.models.workflow.StageSpace;
import io.aquatope.models.workflow.WorkflowGraph;
import io.aquatope.models.workflow.WorkflowProblem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two stages, one after the other, with two candidates each and two draws of their latencies. */
class ChoiceSearchTest {

  private static final double QOS = 10;
  private static final double[][] UPPER = {{9, 6}, {9, 6}};
  private static final double[][] SCORES = {{1, 2}, {1, 2}};

  /** Candidates 0 are slow in different runs, so that both together are never too slow. */
  private static final LatencyConstraint RISK =
      new LatencyConstraint(
          new double[][][] {{{1, 9}, {6, 6}}, {{9, 1}, {6, 6}}},
          l -> ViolationRisk.broken(l, QOS) <= 0);

  private final ChoiceSearch search = new ChoiceSearch(problem(), UPPER);

  private static WorkflowProblem problem() {
    StageSpace stage =
        new StageSpace(
            "s", "f", ImmutableList.of(new StageConfiguration(1, 1), new StageConfiguration(2, 1)));
    return new WorkflowProblem(
        WorkflowGraph.chain(2),
        ImmutableList.of(stage, stage),
        new ResourcePrices(1, 1),
        QOS,
        0.95);
  }

  @Test
  void theFastestStagesNeedNotMakeTheSafestWorkflow() {
    assertThat(search.safest()).containsExactly(1, 1);
    assertThat(search.safest(RISK, QOS)).containsExactly(0, 0);
  }

  @Test
  void theCheapestChoiceSatisfiesAllConstraints() {
    LatencyConstraint never = new LatencyConstraint(new double[2][2][2], l -> false);
    assertThat(search.cheapest(SCORES, new int[] {1, 1}, List.of(RISK)).orElseThrow())
        .containsExactly(0, 0);
    assertThat(search.cheapest(SCORES, new int[] {1, 1}, List.of(RISK, never))).isEmpty();
  }

  @Test
  void aStageIsFastByItsSlowRunsToo() {
    assertThat(ChoiceSearch.fastest(new double[][][] {{{1, 9}, {6, 6}}}, QOS)).containsExactly(1);
  }
}
