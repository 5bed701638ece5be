/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Compares methods on measured workflows and summarises the results. */
public final class SuiteRunner {

  private static final double[] QOS_LEVELS = {1.15, 1.5, 2.5};

  /** A target that leaves a feasible choice even if the workflow becomes twice as slow. */
  private static final double[] QOS_LEVELS_WITH_FAULT = {2.5};

  private SuiteRunner() {}

  /**
   * Compares methods on the workflow of a file.
   *
   * @throws IllegalArgumentException naming the value that cannot be parsed, or if no choice meets
   *     QoS
   */
  public static TuneResult workflow(Path file, TuneOptions options) throws IOException {
    WorkflowFile workflow = WorkflowFile.read(file);
    return TuneResult.of(
        WorkflowComparison.run(
            workflow.name(), workflow.over(ProfileTables.read(options.profiles())), options));
  }

  /**
   * Compares methods on {@code size} random workflows over the tables of measurements. The same
   * seed draws the same workflows; a smaller suite consists of the first ones.
   *
   * @param finished receives each workflow's result as soon as it is known
   * @throws IllegalArgumentException naming the value that cannot be parsed
   */
  public static SuiteResult suite(
      int size, long seed, TuneOptions options, Consumer<TuneResult> finished) throws IOException {
    WorkflowSuite suite =
        new WorkflowSuite(
            ProfileTables.read(options.profiles()),
            options.fault() == InjectedFault.NONE ? QOS_LEVELS : QOS_LEVELS_WITH_FAULT,
            seed);
    ImmutableList.Builder<WorkflowComparison> comparisons = ImmutableList.builder();
    for (WorkflowSuite.Member member : suite.draw(size)) {
      WorkflowComparison comparison =
          WorkflowComparison.run(member.name(), member.workflow(), options);
      comparisons.add(comparison);
      finished.accept(TuneResult.of(comparison));
    }
    return SuiteResult.of(comparisons.build());
  }
}
