/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.WorkflowTuner;

/**
 * Follows a tuner that never stops: each request runs with the tuner's current recommendation, and
 * its result is reported to the tuner.
 */
record ContinuousTuning(WorkflowTuner tuner) implements TuningStrategy {

  @Override
  public Choice choose(long nowMicros) {
    return tuner.recommend();
  }

  @Override
  public void ended(WorkflowRequest request) {
    tuner.tell(request.choice(), request.observed());
    tuner.review();
  }
}
