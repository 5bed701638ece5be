/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import java.util.List;

/**
 * A method that solves a {@link WorkflowProblem} by running the workflow. Proposals and
 * recommendations take the runs into account that were reported before the latest {@link #review}.
 */
public interface WorkflowTuner {

  /** Draws the next {@code q} choices to run; they may run at the same time. */
  List<Choice> ask(int q);

  /** Reports a run of a choice; choices that the tuner never proposed are accepted, too. */
  void tell(Choice choice, WorkflowRun run);

  /**
   * Revises proposals and recommendation by all runs so far. Must precede {@link #ask} if a run was
   * reported since the latest review. A method that revises them with each run has nothing to do
   * here.
   */
  default void review() {}

  /** The choice to use, by the latest review. */
  Choice recommend();
}
