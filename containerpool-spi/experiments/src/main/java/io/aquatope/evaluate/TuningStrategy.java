/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import io.aquatope.models.workflow.Choice;

/** Decides the configurations of each request, and learns from its result. */
interface TuningStrategy {

  /** The choice for a request that arrives now. */
  Choice choose(long nowMicros);

  /** Reports that a request has ended; its choice is the object that {@link #choose} returned. */
  void ended(WorkflowRequest request);
}
