/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.List;

/**
 * Order of a workflow's stages. Stage i starts when all its predecessors have ended. So latencies
 * add up along chains, and the slowest of parallel branches counts. A loop is unrolled: each
 * repetition of the stage is a separate stage.
 *
 * <p>Stages are numbered such that predecessors have smaller numbers.
 *
 * @param predecessors for each stage, the stages it waits for; empty for one that starts at once
 */
public record WorkflowGraph(ImmutableList<ImmutableIntArray> predecessors) {

  public WorkflowGraph {
    if (predecessors.isEmpty()) {
      throw new IllegalArgumentException("a workflow has at least one stage");
    }
    for (int i = 0; i < predecessors.size(); i++) {
      for (int p : predecessors.get(i).asList()) {
        if (p < 0 || p >= i) {
          throw new IllegalArgumentException(
              "stage %s may wait for stages 0 to %s only, not for %s".formatted(i, i - 1, p));
        }
      }
    }
  }

  /** Stages one after another. */
  public static WorkflowGraph chain(int stages) {
    ImmutableList.Builder<ImmutableIntArray> predecessors = ImmutableList.builder();
    for (int i = 0; i < stages; i++) {
      predecessors.add(i == 0 ? ImmutableIntArray.of() : ImmutableIntArray.of(i - 1));
    }
    return new WorkflowGraph(predecessors.build());
  }

  public int size() {
    return predecessors.size();
  }

  /** End-to-end latency of one run, in the unit of the given stage latencies. */
  public double endToEnd(double[] stageLatencies) {
    double[] end = new double[size()];
    double last = 0;
    for (int i = 0; i < end.length; i++) {
      end[i] = start(i, end) + stageLatencies[i];
      last = Math.max(last, end[i]);
    }
    return last;
  }

  /** End-to-end latencies of many runs; {@code stageLatencies} holds one row of runs per stage. */
  public double[] endToEnd(List<double[]> stageLatencies) {
    double[] latencies = new double[stageLatencies.get(0).length];
    double[] run = new double[size()];
    for (int r = 0; r < latencies.length; r++) {
      for (int i = 0; i < run.length; i++) {
        run[i] = stageLatencies.get(i)[r];
      }
      latencies[r] = endToEnd(run);
    }
    return latencies;
  }

  /** The stages of the longest path, first to last. */
  public List<Integer> criticalPath(double[] stageLatencies) {
    int n = size();
    double[] end = new double[n];
    int[] cause = new int[n];
    int last = 0;
    for (int i = 0; i < n; i++) {
      cause[i] = -1;
      double start = 0;
      for (int p : predecessors.get(i).asList()) {
        if (end[p] >= start) {
          start = end[p];
          cause[i] = p;
        }
      }
      end[i] = start + stageLatencies[i];
      last = end[i] > end[last] ? i : last;
    }
    ImmutableList.Builder<Integer> path = ImmutableList.builder();
    for (int i = last; i >= 0; i = cause[i]) {
      path.add(i);
    }
    return path.build().reverse();
  }

  /**
   * Contribution of one stage's latency to the end-to-end latency when all others are fixed: {@code
   * endToEnd = max(without, with + latency)} in each run.
   */
  public StageSlack slack(int stage, List<double[]> stageLatencies) {
    int runs = stageLatencies.get(0).length;
    double[] without = new double[runs];
    double[] with = new double[runs];
    double[] run = new double[size()];
    double[] after = new double[size()];
    double[] avoiding = new double[size()];
    for (int r = 0; r < runs; r++) {
      for (int i = 0; i < run.length; i++) {
        run[i] = stageLatencies.get(i)[r];
      }
      for (int i = 0; i < run.length; i++) {
        ImmutableIntArray waitsFor = predecessors.get(i);
        double avoid = waitsFor.isEmpty() ? 0 : Double.NEGATIVE_INFINITY;
        double through = Double.NEGATIVE_INFINITY;
        for (int p = 0; p < waitsFor.length(); p++) {
          avoid = Math.max(avoid, avoiding[waitsFor.get(p)]);
          through = Math.max(through, after[waitsFor.get(p)]);
        }
        if (i == stage) {
          avoiding[i] = Double.NEGATIVE_INFINITY;
          after[i] = avoid;
        } else {
          avoiding[i] = avoid + run[i];
          after[i] = through + run[i];
        }
        without[r] = Math.max(without[r], avoiding[i]);
        with[r] = Math.max(with[r], after[i]);
      }
    }
    return new StageSlack(without, with);
  }

  private double start(int stage, double[] end) {
    double start = 0;
    ImmutableIntArray waitsFor = predecessors.get(stage);
    for (int p = 0; p < waitsFor.length(); p++) {
      start = Math.max(start, end[waitsFor.get(p)]);
    }
    return start;
  }
}
