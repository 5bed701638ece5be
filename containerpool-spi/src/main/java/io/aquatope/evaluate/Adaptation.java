/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.WorkflowRun;
import io.aquatope.models.workflow.WorkflowTuner;

/** Follows a tuner that never stops: each request runs with what it says now, and teaches it. */
record Adaptation(WorkflowTuner tuner) implements Steering {

  @Override
  public Choice choose() {
    return tuner.recommend();
  }

  @Override
  public void ended(Choice choice, WorkflowRun run) {
    tuner.tell(choice, run);
  }
}
