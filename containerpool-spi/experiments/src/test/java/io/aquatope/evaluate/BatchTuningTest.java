/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.StageRun;
import io.aquatope.models.workflow.WorkflowGraph;
import io.aquatope.models.workflow.WorkflowProblem;
import io.aquatope.models.workflow.WorkflowRun;
import io.aquatope.models.workflow.WorkflowTuner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchTuningTest {

  /** Proposes 0, 1, 2 …, and recommends a hundred more than it has been told of. */
  private static final class Counter implements WorkflowTuner {

    private int asked;
    private final List<Choice> told = new ArrayList<>();

    @Override
    public List<Choice> ask(int q) {
      return IntStream.range(0, q).mapToObj(i -> Choice.of(asked++)).toList();
    }

    @Override
    public void tell(Choice choice, WorkflowRun run) {
      told.add(choice);
    }

    @Override
    public Choice recommend() {
      return Choice.of(100 + told.size());
    }
  }

  private final Counter tuner = new Counter();

  private static WorkflowRequest request(Choice choice) {
    return new WorkflowRequest(
        WorkflowGraph.chain(1),
        choice,
        new WorkflowRun(ImmutableList.of(StageRun.warm(1, true))),
        0);
  }

  private static WorkflowRun view(WorkflowRequest request) {
    return request.withoutStarts();
  }

  @Test
  void othersRunWithTheRecommendationWhileABatchIsTried() {
    BatchTuning search = new BatchTuning(tuner, 2, 2, 10, BatchTuningTest::view);
    Choice first = search.choose(0);
    Choice second = search.choose(0);
    Choice third = search.choose(0);
    assertThat(List.of(first, second, third))
        .containsExactly(Choice.of(0), Choice.of(1), Choice.of(100));
    search.ended(request(third));
    search.ended(request(second));
    assertThat(search.choose(0)).as("one of the batch is still running").isEqualTo(Choice.of(101));
    search.ended(request(first));
    assertThat(search.choose(0)).isEqualTo(Choice.of(2));
    assertThat(tuner.told).containsExactly(Choice.of(1), Choice.of(0));
  }

  @Test
  void endsWithItsEvaluations() {
    BatchTuning search = new BatchTuning(tuner, 3, 3, 4, BatchTuningTest::view);
    for (int i = 0; i < 6; i++) {
      search.ended(request(search.choose(0)));
    }
    assertThat(tuner.asked).isEqualTo(4);
    assertThat(tuner.told).hasSize(4);
    assertThat(search.choose(0)).isEqualTo(Choice.of(104));
  }

  @Test
  void memoryIsPricedByHowLongItIsHeld() {
    List<Double> prices = new ArrayList<>();
    WorkflowProblem problem = Workflows.measured(WorkflowGraph.chain(1), 10).problem();
    FixedMemoryTuner held =
        new FixedMemoryTuner(
            problem,
            priced -> {
              prices.add(priced.prices().gbSecond());
              return new Counter();
            });
    for (int i = 0; i < 5; i++) {
      held.arrived(60_000_000L * i);
    }
    held.tell(Choice.of(0), new WorkflowRun(ImmutableList.of(StageRun.warm(2, true))));
    held.review();
    assertThat(held.recommend()).as("the new tuner knows the run").isEqualTo(Choice.of(101));
    assertThat(prices).containsExactly(0.1, 0.1 * 30);
  }

  @Test
  void asksForMoreAtFirst() {
    BatchTuning search = new BatchTuning(tuner, 3, 1, 10, BatchTuningTest::view);
    List<Choice> opening = List.of(search.choose(0), search.choose(0), search.choose(0));
    assertThat(tuner.asked).isEqualTo(3);
    opening.forEach(choice -> search.ended(request(choice)));
    search.choose(0);
    assertThat(tuner.asked).isEqualTo(4);
  }

  @Test
  void learnsOfOtherRequestsWhereItIsTold() {
    BatchTuning search = new BatchTuning(tuner, 1, 1, 1, BatchTuningTest::view);
    search.ended(request(search.choose(0)));
    Choice recommended = search.choose(0);
    assertThat(search.isTrial(request(recommended))).isFalse();
    search.learn(request(recommended));
    assertThat(search.choose(0)).isEqualTo(Choice.of(102));
  }
}
