/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.aquatope.models.workflow.MeasuredWorkflow;

/**
 * Comparison of methods on one workflow.
 *
 * @param workflow its name
 * @param oracleCost expected cost per run of the best choice
 * @param courses for each method, in the order of the methods, one course for each seed
 */
record WorkflowComparison(
    String workflow,
    double oracleCost,
    ImmutableMap<TuningMethod, ImmutableList<TuningTrajectory>> courses) {

  /**
   * Runs the methods that {@code options} name; the same options give the same result, except for
   * times.
   *
   * @throws IllegalArgumentException if no choice meets QoS
   */
  static WorkflowComparison run(String name, MeasuredWorkflow workflow, TuneOptions options) {
    TuneExperiment experiment =
        new TuneExperiment(name, workflow, options.fault(), options.budget());
    ImmutableMap.Builder<TuningMethod, ImmutableList<TuningTrajectory>> courses =
        ImmutableMap.builder();
    for (TuningMethod method : options.methods()) {
      courses.put(method, experiment.run(method, options.batch(), options.seeds()));
    }
    return new WorkflowComparison(name, experiment.oracleCost(), courses.buildOrThrow());
  }
}
