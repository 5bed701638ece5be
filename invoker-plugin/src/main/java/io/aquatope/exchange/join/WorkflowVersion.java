/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import io.aquatope.exchange.workflow.Workflow;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A workflow with the values that joining needs often: its fingerprint, and its stages by action.
 */
final class WorkflowVersion {

  private static final int NONE = -1;

  private final Workflow workflow;
  private final String fingerprint;
  private final Map<String, Integer> stages = new HashMap<>();
  private final Set<String> admitted;

  WorkflowVersion(Workflow workflow) {
    this.workflow = workflow;
    this.fingerprint = workflow.version();
    this.admitted = workflow.admitted();
    for (int s = 0; s < workflow.stages().size(); s++) {
      stages.put(workflow.stages().get(s).action(), s);
    }
  }

  Workflow workflow() {
    return workflow;
  }

  String fingerprint() {
    return fingerprint;
  }

  /** Whether calls in a namespace may be instances of it. */
  boolean admits(String namespace) {
    return admitted.contains(namespace) || admitted.contains(Workflow.ANY_CALLER);
  }

  /** Number of the stage that runs an action; -1 if none does. */
  int stageOf(String action) {
    return stages.getOrDefault(action, NONE);
  }

  /** Number of times that an instance runs an action. */
  int runsOf(String action) {
    int stage = stageOf(action);
    return stage == NONE ? 0 : workflow.stages().get(stage).repeat();
  }
}
