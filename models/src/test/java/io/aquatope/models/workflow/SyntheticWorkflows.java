/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import com.google.common.collect.ImmutableList;
import io.aquatope.models.distribution.RandomVariates;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Measured workflows made up for tests: Amdahl-like stages with log-normal noise. */
public final class SyntheticWorkflows {

  private static final double[] CORES = {0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4};
  private static final double[] MEMORY = {0.25, 0.5, 1, 2};

  private SyntheticWorkflows() {}

  /**
   * A stage that takes {@code serial + parallel / min(cores, threads)} and fails below a memory.
   */
  public record Shape(double serial, double parallel, double threads, double neededGib) {

    double seconds(StageConfiguration c) {
      return serial / Math.min(c.cores(), 1) + parallel / Math.min(c.cores(), threads);
    }
  }

  public static final List<Shape> THREE =
      List.of(new Shape(0.1, 0.6, 1, 0.3), new Shape(0.05, 4, 4, 0.9), new Shape(0.1, 1.5, 2, 0.5));

  /** A chain with 20 repetitions of each configuration. */
  public static MeasuredWorkflow chain(
      List<Shape> shapes, double qosSeconds, double noise, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<MeasuredStage> stages = new ArrayList<>();
    for (int s = 0; s < shapes.size(); s++) {
      Shape shape = shapes.get(s);
      ImmutableList.Builder<StageConfiguration> candidates = ImmutableList.builder();
      ImmutableList.Builder<ImmutableList<StageRun>> runs = ImmutableList.builder();
      for (double cores : CORES) {
        for (double memory : MEMORY) {
          StageConfiguration c = new StageConfiguration(cores, memory);
          candidates.add(c);
          ImmutableList.Builder<StageRun> repetitions = ImmutableList.builder();
          for (int r = 0; r < 20; r++) {
            repetitions.add(
                StageRun.warm(
                    shape.seconds(c) * Math.exp(noise * RandomVariates.normal(random)),
                    memory >= shape.neededGib()));
          }
          runs.add(repetitions.build());
        }
      }
      stages.add(
          new MeasuredStage(
              new StageSpace("stage" + s, "f" + s, candidates.build()), runs.build(), 1));
    }
    WorkflowProblem problem =
        new WorkflowProblem(
            WorkflowGraph.chain(shapes.size()),
            stages.stream().map(MeasuredStage::space).collect(ImmutableList.toImmutableList()),
            new ResourcePrices(0.0000480, 0.0000034),
            qosSeconds,
            0.95);
    return new MeasuredWorkflow(problem, stages);
  }
}
