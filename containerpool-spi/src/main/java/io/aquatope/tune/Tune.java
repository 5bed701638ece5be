/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import com.google.common.collect.ImmutableList;
import io.aquatope.models.workflow.MeasuredWorkflow;
import io.aquatope.models.workflow.Oracle;
import java.io.IOException;

/** Runs methods on one measured workflow over seeds and sums up how they did. */
public final class Tune {

  private Tune() {}

  /**
   * Runs what {@code options} ask for; the same options give the same answer, times apart.
   *
   * @throws IllegalArgumentException naming what cannot be understood, or if no choice meets QoS
   */
  public static TuneResult run(TuneOptions options) throws IOException {
    WorkflowFile file = WorkflowFile.read(options.workflow());
    MeasuredWorkflow workflow = file.over(Profiles.read(options.profiles()));
    Oracle.Solution oracle =
        Oracle.solve(workflow)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s: no choice of measured configurations meets qos = %s s"
                            .formatted(options.workflow(), workflow.problem().qosSeconds())));
    TuneExperiment experiment = new TuneExperiment(workflow, oracle.cost(), options.budget());
    ImmutableList.Builder<TuneResult.Method> results = ImmutableList.builder();
    for (TuningMethod method : options.methods().stream().distinct().sorted().toList()) {
      ImmutableList.Builder<Trajectory> trajectories = ImmutableList.builder();
      int batch = options.batch() == 0 ? method.batch() : options.batch();
      for (int seed = 0; seed < options.seeds(); seed++) {
        trajectories.add(
            experiment.run(
                method.tuner(workflow.problem(), oracle.choice(), seed), batch, 1_000L + seed));
      }
      results.add(TuneResult.Method.of(method.label(), trajectories.build()));
    }
    return new TuneResult(file.name(), oracle.cost(), results.build());
  }
}
