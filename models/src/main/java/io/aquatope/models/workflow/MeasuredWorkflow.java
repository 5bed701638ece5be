/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import com.google.common.collect.ImmutableList;
import io.aquatope.models.distribution.StratifiedUniforms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A workflow whose stages are tables of measurements. Repetitions of different stages are drawn
 * independently, so every choice has a true cost and a true latency distribution.
 *
 * <p>The distribution is evaluated with {@value #RUNS} common draws, stratified within each stage
 * (Latin hypercube): exact for a single stage whose number of repetitions divides the draws, and
 * within about 0.1 % of probability for sums and maxima of several.
 */
public final class MeasuredWorkflow {

  private static final int RUNS = 12_000;
  private static final long SEED = 20231;

  private final WorkflowProblem problem;
  private final ImmutableList<MeasuredStage> stages;
  private final List<double[][]> latencies = new ArrayList<>();

  public MeasuredWorkflow(WorkflowProblem problem, List<MeasuredStage> stages) {
    this.problem = problem;
    this.stages = ImmutableList.copyOf(stages);
    SplittableRandom random = new SplittableRandom(SEED);
    for (MeasuredStage stage : stages) {
      double[][] levels = new double[stage.repeat()][];
      for (int i = 0; i < levels.length; i++) {
        levels[i] = StratifiedUniforms.levels(RUNS, random);
      }
      double[][] table = new double[stage.space().size()][];
      for (int c = 0; c < table.length; c++) {
        table[c] = stage.latencies(c, levels);
      }
      latencies.add(table);
    }
  }

  public WorkflowProblem problem() {
    return problem;
  }

  public ImmutableList<MeasuredStage> stages() {
    return stages;
  }

  /** Each stage in the configuration with the least latency quantile. */
  public Choice fastest() {
    int[] fastest = new int[stages.size()];
    for (int s = 0; s < fastest.length; s++) {
      for (int c = 1; c < latencies.get(s).length; c++) {
        if (quantile(latencies.get(s)[c]) < quantile(latencies.get(s)[fastest[s]])) {
          fastest[s] = c;
        }
      }
    }
    return Choice.of(fastest);
  }

  /** The latency quantile of a choice in seconds: the least target that it meets. */
  public double latencyQuantile(Choice choice) {
    return quantile(problem.graph().endToEnd(rows(choice)));
  }

  private double quantile(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(problem.quantile() * sorted.length - 1e-9) - 1];
  }

  /** One run of the workflow: one repetition per stage, drawn at random. */
  public WorkflowRun run(Choice choice, SplittableRandom random) {
    ImmutableList.Builder<StageRun> runs = ImmutableList.builder();
    for (int s = 0; s < stages.size(); s++) {
      runs.add(stages.get(s).draw(choice.get(s), random));
    }
    return new WorkflowRun(runs.build());
  }

  /** Expected cost of one run. */
  public double cost(Choice choice) {
    double sum = 0;
    for (int s = 0; s < stages.size(); s++) {
      sum += stageCost(s, choice.get(s));
    }
    return sum;
  }

  /** Expected cost of one stage in one run. */
  double stageCost(int stage, int candidate) {
    return stages.get(stage).meanSeconds(candidate) * problem.rate(stage, candidate);
  }

  /** Share of runs that violate QoS. */
  public double brokenShare(Choice choice) {
    return brokenShare(rows(choice));
  }

  private List<double[]> rows(Choice choice) {
    List<double[]> rows = new ArrayList<>();
    for (int s = 0; s < stages.size(); s++) {
      rows.add(stageLatencies(s, choice.get(s)));
    }
    return rows;
  }

  /** Whether the latency quantile meets the target. */
  public boolean feasible(Choice choice) {
    return meets(brokenShare(choice));
  }

  /** Share of runs that violate QoS when the stages take these latencies, one row per stage. */
  double brokenShare(List<double[]> rows) {
    int broken = 0;
    for (double latency : problem.graph().endToEnd(rows)) {
      broken += problem.broken(latency) ? 1 : 0;
    }
    return (double) broken / RUNS;
  }

  boolean meets(double brokenShare) {
    return brokenShare <= 1 - problem.quantile() + 1e-9;
  }

  /** The common draws of one stage in one configuration, infinite where it fails. */
  double[] stageLatencies(int stage, int candidate) {
    return latencies.get(stage)[candidate];
  }
}
