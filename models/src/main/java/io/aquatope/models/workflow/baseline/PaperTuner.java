/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline;

import com.google.common.collect.ImmutableList;
import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.StageSpace;
import io.aquatope.models.workflow.WorkflowProblem;
import io.aquatope.models.workflow.WorkflowRun;
import io.aquatope.models.workflow.WorkflowTuner;
import io.aquatope.models.workflow.baseline.optimize.ConstrainedOptimizer;
import io.aquatope.models.workflow.baseline.optimize.OptimizerSettings;
import io.aquatope.models.workflow.baseline.optimize.SearchDimension;
import io.aquatope.models.workflow.baseline.optimize.SearchSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The method of the AQUATOPE paper (Zhou, Zhang and Delimitrou, ASPLOS 2023) as implemented in its
 * code. The workflow is a black box in two dimensions per stage. Cost and mean end-to-end latency
 * are two processes. Ten initial points are followed by batches of three by noisy expected
 * improvement. The cheapest observation that met QoS wins. This class corrects faults of the code:
 * it uses consistent units, standardised outcomes, and improvement on a log scale, which does not
 * vanish; a failed run counts as one of three times the target instead of as a fast one.
 */
public final class PaperTuner implements WorkflowTuner {

  /** Proposals per round in the paper's code. */
  public static final int BATCH = 3;

  private static final int INITIAL = 10;
  private static final double FAILED = 3;

  private final WorkflowProblem problem;
  private final List<StageGrid> grids;
  private final ConstrainedOptimizer optimizer;
  private final TunerHistory observed;
  private final Map<Choice, double[]> asked = new HashMap<>();

  public PaperTuner(WorkflowProblem problem, long seed) {
    this.problem = problem;
    grids = problem.stages().stream().map((StageSpace s) -> new StageGrid(s)).toList();
    observed = new TunerHistory(problem);
    SearchSpace space =
        new SearchSpace(
            IntStream.range(0, 2 * problem.size())
                .mapToObj(j -> new SearchDimension(0, 1))
                .collect(ImmutableList.toImmutableList()));
    optimizer =
        new ConstrainedOptimizer(
            space, OptimizerSettings.standard(problem.qosSeconds(), INITIAL), seed);
  }

  @Override
  public List<Choice> ask(int q) {
    List<Choice> choices = new ArrayList<>();
    for (double[] point : optimizer.ask(q)) {
      Choice choice =
          Choice.of(
              IntStream.range(0, grids.size())
                  .map(s -> grids.get(s).nearest(point[2 * s], point[2 * s + 1]))
                  .toArray());
      asked.put(choice, point);
      choices.add(choice);
    }
    return choices;
  }

  @Override
  public void tell(Choice choice, WorkflowRun run) {
    observed.add(choice, run);
    double[] point = asked.getOrDefault(choice, coordinates(choice));
    double latency = run.latency(problem.graph());
    optimizer.tell(
        point,
        run.cost(problem, choice),
        Double.isInfinite(latency) ? FAILED * problem.qosSeconds() : latency);
  }

  private double[] coordinates(Choice choice) {
    double[] point = new double[2 * grids.size()];
    for (int s = 0; s < grids.size(); s++) {
      point[2 * s] = grids.get(s).cpu(choice.get(s));
      point[2 * s + 1] = grids.get(s).memory(choice.get(s));
    }
    return point;
  }

  @Override
  public Choice recommend() {
    return observed.best();
  }
}
