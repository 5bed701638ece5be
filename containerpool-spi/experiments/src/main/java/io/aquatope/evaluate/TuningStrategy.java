/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import io.aquatope.models.workflow.Choice;

/** Decides with which configurations each request runs, and learns from what came of it. */
interface TuningStrategy {

  /** The choice for a request that arrives now. */
  Choice choose(long nowMicros);

  /** A request has ended; its choice is the object that {@link #choose} gave it. */
  void ended(WorkflowRequest request);
}
