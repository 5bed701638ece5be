/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow.observation;

import com.google.common.collect.ImmutableSortedMap;
import io.aquatope.exchange.FieldChecks;
import java.util.Map;

/**
 * Observations of one run of a workflow.
 *
 * @param latencyMs from the request to the end of the last stage
 * @param stages the stages that ran, by name
 */
public record WorkflowInstance(long latencyMs, Map<String, StageOutcome> stages) {

  public WorkflowInstance {
    FieldChecks.notNegative("latencyMs", latencyMs);
    stages = ImmutableSortedMap.copyOf(stages);
  }
}
