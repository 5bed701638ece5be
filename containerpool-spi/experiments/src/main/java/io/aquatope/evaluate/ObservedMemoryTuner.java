/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.WorkflowProblem;
import io.aquatope.models.workflow.WorkflowRun;
import io.aquatope.models.workflow.WorkflowTuner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tries CPU limits, but memory limits only as they are recommended: if a proposal gives a stage a
 * memory limit that the stage never had, the stage runs with its recommended configuration instead.
 * A CPU limit is changed while containers live. Another memory limit is another version of the
 * action, whose first calls are cold starts, so each trial of one risks a violation of the target.
 */
final class ObservedMemoryTuner implements WorkflowTuner {

  private final WorkflowProblem problem;
  private final WorkflowTuner tuner;
  private final List<Set<Double>> seenGib;

  ObservedMemoryTuner(WorkflowProblem problem, WorkflowTuner tuner) {
    this.problem = problem;
    this.tuner = tuner;
    seenGib =
        Stream.generate(() -> (Set<Double>) new HashSet<Double>()).limit(problem.size()).toList();
  }

  @Override
  public List<Choice> ask(int q) {
    List<Choice> proposals = tuner.ask(q);
    Choice recommended = tuner.recommend();
    return proposals.stream().map(proposal -> careful(proposal, recommended)).toList();
  }

  private Choice careful(Choice proposal, Choice recommended) {
    return Choice.of(
        IntStream.range(0, problem.size())
            .map(
                s ->
                    seenGib.get(s).contains(memoryGib(s, proposal))
                        ? proposal.get(s)
                        : recommended.get(s))
            .toArray());
  }

  private double memoryGib(int stage, Choice choice) {
    return problem.stages().get(stage).candidates().get(choice.get(stage)).memoryGib();
  }

  @Override
  public void tell(Choice choice, WorkflowRun run) {
    for (int s = 0; s < seenGib.size(); s++) {
      seenGib.get(s).add(memoryGib(s, choice));
    }
    tuner.tell(choice, run);
  }

  @Override
  public void review() {
    tuner.review();
  }

  @Override
  public Choice recommend() {
    return tuner.recommend();
  }
}
