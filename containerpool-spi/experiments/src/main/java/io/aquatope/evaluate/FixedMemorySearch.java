/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.WorkflowProblem;

/**
 * Search whose tuner takes the price of held memory into account. It reports each arrival to the
 * tuner. After the trials, it also reports each request whose stages violated QoS by themselves: a
 * configuration that is slow only occasionally shows this only in use.
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
