/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.WorkflowRun;

/** Decides with which configurations each request runs, and learns from what came of it. */
interface Steering {

  /** The choice for a request that has just arrived. */
  Choice choose();

  /** A request has ended; {@code choice} is the object that {@link #choose} gave it. */
  void ended(Choice choice, WorkflowRun run);
}
