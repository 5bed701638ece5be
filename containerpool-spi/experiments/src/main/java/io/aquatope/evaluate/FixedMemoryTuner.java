/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.ResourcePrices;
import io.aquatope.models.workflow.StageRun;
import io.aquatope.models.workflow.WorkflowProblem;
import io.aquatope.models.workflow.WorkflowRun;
import io.aquatope.models.workflow.WorkflowTuner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Lets a tuner pay for memory as long as it is {@linkplain ResourcePrices#held held}. The rate of
 * requests and the duration of stages are learnt meanwhile. When the price has changed by more than
 * {@value #WORTH_A_CHANGE}, a new tuner replaces the old one and receives all runs again.
 */
final class FixedMemoryTuner implements WorkflowTuner {

  private static final double WORTH_A_CHANGE = 0.25;
  private static final double MICROS = 1e6;

  private record Told(Choice choice, WorkflowRun run) {}

  private final WorkflowProblem problem;
  private final Function<WorkflowProblem, WorkflowTuner> tuners;
  private final List<Told> told = new ArrayList<>();
  private WorkflowTuner tuner;
  private double priced;
  private double stageSeconds;
  private long firstMicros;
  private long lastMicros;
  private int gaps = -1;

  FixedMemoryTuner(WorkflowProblem problem, Function<WorkflowProblem, WorkflowTuner> tuners) {
    this.problem = problem;
    this.tuners = tuners;
    tuner = tuners.apply(problem);
    priced = problem.prices().gbSecond();
  }

  /** Records the arrival of a request. */
  void arrived(long nowMicros) {
    firstMicros = gaps < 0 ? nowMicros : firstMicros;
    lastMicros = nowMicros;
    gaps++;
  }

  @Override
  public List<Choice> ask(int q) {
    return tuner.ask(q);
  }

  @Override
  public void tell(Choice choice, WorkflowRun run) {
    told.add(new Told(choice, run));
    stageSeconds += run.stages().stream().mapToDouble(StageRun::seconds).average().orElseThrow();
    tuner.tell(choice, run);
  }

  /** Replaces the tuner first if the price has changed. */
  @Override
  public void review() {
    reprice();
    tuner.review();
  }

  @Override
  public Choice recommend() {
    return tuner.recommend();
  }

  private void reprice() {
    if (gaps < 1 || told.isEmpty()) {
      return;
    }
    double gap = (lastMicros - firstMicros) / MICROS / gaps;
    ResourcePrices prices = problem.prices().held(gap, stageSeconds / told.size());
    if (Math.abs(Math.log(prices.gbSecond() / priced)) > Math.log1p(WORTH_A_CHANGE)) {
      priced = prices.gbSecond();
      tuner =
          tuners.apply(
              new WorkflowProblem(
                  problem.graph(),
                  problem.stages(),
                  prices,
                  problem.qosSeconds(),
                  problem.quantile()));
      told.forEach(one -> tuner.tell(one.choice(), one.run()));
    }
  }
}
