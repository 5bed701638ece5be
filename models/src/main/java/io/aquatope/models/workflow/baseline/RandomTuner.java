/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline;

import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.WorkflowProblem;
import io.aquatope.models.workflow.WorkflowRun;
import io.aquatope.models.workflow.WorkflowTuner;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Uniformly random choices; the cheapest one that did not violate QoS wins. */
public final class RandomTuner implements WorkflowTuner {

  private final WorkflowProblem problem;
  private final SplittableRandom random;
  private final TunerHistory observed;

  public RandomTuner(WorkflowProblem problem, long seed) {
    this.problem = problem;
    random = new SplittableRandom(seed);
    observed = new TunerHistory(problem);
  }

  @Override
  public List<Choice> ask(int q) {
    return Stream.generate(() -> draw(problem, random)).limit(q).toList();
  }

  static Choice draw(WorkflowProblem problem, SplittableRandom random) {
    return Choice.of(
        IntStream.range(0, problem.size())
            .map(s -> random.nextInt(problem.stages().get(s).size()))
            .toArray());
  }

  @Override
  public void tell(Choice choice, WorkflowRun run) {
    observed.add(choice, run);
  }

  @Override
  public Choice recommend() {
    return observed.best();
  }
}
