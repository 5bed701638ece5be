/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.WorkflowProblem;

/**
 * A search whose tuner hears of each arrival, and after the trials of each request whose stages
 * broke QoS by themselves: a configuration that is slow now and then shows it only when it is in
 * use.
 */
record FixedMemorySearch(BatchTuning search, FixedMemoryTuner tuner, WorkflowProblem problem)
    implements TuningStrategy {

  @Override
  public Choice choose(long nowMicros) {
    tuner.arrived(nowMicros);
    return search.choose(nowMicros);
  }

  @Override
  public void ended(WorkflowRequest request) {
    if (search.isTrial(request)) {
      search.ended(request);
    } else if (problem.broken(request.withoutStarts().latency(problem.graph()))) {
      search.learn(request);
    }
  }
}
