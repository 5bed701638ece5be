/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.ResourcePrices;
import io.aquatope.models.workflow.StageConfiguration;
import io.aquatope.models.workflow.StageRun;
import io.aquatope.models.workflow.StageSpace;
import io.aquatope.models.workflow.WorkflowGraph;
import io.aquatope.models.workflow.WorkflowProblem;
import io.aquatope.models.workflow.WorkflowRun;
import io.aquatope.models.workflow.WorkflowTuner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservedMemoryTunerTest {

  private static final int LARGE = 0;
  private static final int LARGE_SLOW = 1;
  private static final int SMALL = 2;

  private final Scripted inner = new Scripted();
  private final ObservedMemoryTuner tuner =
      new ObservedMemoryTuner(
          new WorkflowProblem(
              WorkflowGraph.chain(2),
              ImmutableList.of(stage("a"), stage("b")),
              new ResourcePrices(1, 1),
              10,
              0.95),
          inner);

  @Test
  void otherCpuIsTriedAndOtherMemoryIsNot() {
    tell(LARGE, LARGE);
    inner.proposal = Choice.of(LARGE_SLOW, SMALL);

    assertThat(tuner.ask(1)).containsExactly(Choice.of(LARGE_SLOW, LARGE));
  }

  @Test
  void memoryIsTriedAsItIsRecommended() {
    tell(LARGE, LARGE);
    inner.proposal = Choice.of(SMALL, SMALL);
    inner.recommended = Choice.of(LARGE, SMALL);

    assertThat(tuner.ask(1)).containsExactly(Choice.of(LARGE, SMALL));
  }

  @Test
  void memoryThatHasBeenInUseIsTried() {
    tell(LARGE, SMALL);
    inner.proposal = Choice.of(SMALL, SMALL);

    assertThat(tuner.ask(1)).containsExactly(Choice.of(LARGE, SMALL));
  }

  @Test
  void allElseIsLeftToTheTuner() {
    tell(LARGE, SMALL);
    inner.recommended = Choice.of(SMALL, SMALL);

    assertThat(tuner.recommend()).isEqualTo(Choice.of(SMALL, SMALL));
    assertThat(inner.told).containsExactly(Choice.of(LARGE, SMALL));
  }

  private void tell(int... choice) {
    tuner.tell(
        Choice.of(choice),
        new WorkflowRun(ImmutableList.of(StageRun.warm(1, true), StageRun.warm(1, true))));
  }

  private static StageSpace stage(String name) {
    return new StageSpace(
        name,
        name,
        ImmutableList.of(
            new StageConfiguration(2, 2),
            new StageConfiguration(1, 2),
            new StageConfiguration(2, 1)));
  }

  private static final class Scripted implements WorkflowTuner {

    private Choice proposal = Choice.of(LARGE, LARGE);
    private Choice recommended = Choice.of(LARGE, LARGE);
    private final List<Choice> told = new ArrayList<>();

    @Override
    public List<Choice> ask(int q) {
      return List.of(proposal);
    }

    @Override
    public void tell(Choice choice, WorkflowRun run) {
      told.add(choice);
    }

    @Override
    public Choice recommend() {
      return recommended;
    }
  }
}
