/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkflowGraphTest {

  private static WorkflowGraph graph(int[]... predecessors) {
    ImmutableList.Builder<ImmutableIntArray> builder = ImmutableList.builder();
    for (int[] p : predecessors) {
      builder.add(ImmutableIntArray.copyOf(p));
    }
    return new WorkflowGraph(builder.build());
  }

  @Test
  void chainsAddUpAndTheSlowestBranchCounts() {
    assertThat(WorkflowGraph.chain(3).endToEnd(new double[] {1, 2, 3})).isEqualTo(6);
    WorkflowGraph diamond = graph(new int[] {}, new int[] {0}, new int[] {0}, new int[] {1, 2});
    assertThat(diamond.endToEnd(new double[] {1, 2, 5, 1})).isEqualTo(7);
    assertThat(diamond.criticalPath(new double[] {1, 2, 5, 1})).containsExactly(0, 2, 3);
  }

  @Test
  void aFailedStageNeverEnds() {
    assertThat(WorkflowGraph.chain(2).endToEnd(new double[] {1, Double.POSITIVE_INFINITY}))
        .isInfinite();
  }

  @Test
  void stagesWaitForEarlierOnesOnly() {
    assertThatThrownBy(() -> graph(new int[] {}, new int[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("stage 1 may wait for stages 0 to 0 only, not for 1");
  }

  /** What the search relies on: a stage's slack gives the same latency as the whole graph. */
  @Property(tries = 200)
  void slackComposesLikeTheGraph(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int stages) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] predecessors = new int[stages][];
    for (int s = 0; s < stages; s++) {
      predecessors[s] =
          random.ints(0, Math.max(1, s)).limit(s == 0 ? 0 : random.nextInt(3)).distinct().toArray();
    }
    WorkflowGraph graph = graph(predecessors);
    List<double[]> latencies = new ArrayList<>();
    for (int s = 0; s < stages; s++) {
      latencies.add(random.doubles(5, 0.1, 3).toArray());
    }
    int stage = random.nextInt(stages);
    double[] other = random.doubles(5, 0.1, 9).toArray();
    double[] bySlack = graph.slack(stage, latencies).endToEnd(other);
    latencies.set(stage, other);
    assertThat(bySlack).containsExactly(graph.endToEnd(latencies), within(1e-12));
  }
}
