/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import java.util.List;

/** A method that solves a {@link WorkflowProblem} by running the workflow. */
public interface WorkflowTuner {

  /** The next {@code q} choices to run; they may run at the same time. */
  List<Choice> ask(int q);

  /** Reports a run of a choice; choices that the tuner never proposed are accepted, too. */
  void tell(Choice choice, WorkflowRun run);

  /** The choice to use, by the present knowledge. */
  Choice recommend();
}
