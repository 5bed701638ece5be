/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.StageConfiguration;
import io.aquatope.models.workflow.StageSpace;
import io.aquatope.models.workflow.WorkflowProblem;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The configuration that a stage gets in OpenWhisk by default: 256 MB, and CPU in proportion to
 * memory. Among the measured configurations, it takes the memory limit nearest to 256 MB by ratio.
 * Let r be the ratio of this memory limit to the greatest one. The CPU limit is the one nearest by
 * ratio to r times the greatest CPU limit.
 */
final class OpenWhiskDefaults {

  private static final double MEMORY_GIB = 0.25;

  private OpenWhiskDefaults() {}

  static Choice of(WorkflowProblem problem) {
    return Choice.of(
        problem.stages().stream().mapToInt(stage -> nearest(stage, MEMORY_GIB)).toArray());
  }

  private static int nearest(StageSpace stage, double memoryGib) {
    double greatestCores =
        stage.candidates().stream().mapToDouble(StageConfiguration::cores).max().orElseThrow();
    double greatestMemory =
        stage.candidates().stream().mapToDouble(StageConfiguration::memoryGib).max().orElseThrow();
    return IntStream.range(0, stage.size())
        .boxed()
        .min(
            Comparator.comparingDouble(
                    (Integer c) -> ratio(stage.candidates().get(c).memoryGib(), memoryGib))
                .thenComparingDouble(
                    c -> {
                      StageConfiguration one = stage.candidates().get(c);
                      return ratio(one.cores(), greatestCores * one.memoryGib() / greatestMemory);
                    }))
        .orElseThrow();
  }

  private static double ratio(double a, double b) {
    return Math.abs(Math.log(a / b));
  }
}
