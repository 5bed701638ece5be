/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.MeasuredWorkflow;
import io.aquatope.models.workflow.Oracle;
import io.aquatope.tune.ProfileTables;
import io.aquatope.tune.WorkflowFile;
import java.util.Locale;

/**
 * A workflow and its best choice.
 *
 * @param best the cheapest choice that meets QoS without cold starts; only the oracle knows it
 */
record EvaluatedWorkflow(String name, MeasuredWorkflow measured, Choice best) {

  /**
   * @throws IllegalArgumentException if measurements are missing, or no choice meets QoS
   */
  static EvaluatedWorkflow of(WorkflowFile file, ProfileTables profiles) {
    MeasuredWorkflow measured = file.over(profiles);
    Choice best =
        Oracle.solve(measured)
            .map(Oracle.Solution::choice)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        String.format(
                            Locale.ROOT,
                            "workflow %s: no choice of measured configurations meets qos = %s s",
                            file.name(),
                            measured.problem().qosSeconds())));
    return new EvaluatedWorkflow(file.name(), measured, best);
  }
}
