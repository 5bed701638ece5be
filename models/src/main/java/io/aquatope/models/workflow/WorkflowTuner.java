/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import java.util.List;

/** A method that looks for the answer to a {@link WorkflowProblem} by running the workflow. */
public interface WorkflowTuner {

  /** What to run next: {@code q} choices, which may be run at the same time. */
  List<Choice> ask(int q);

  /** What came of a choice; choices that were never asked for are welcome too. */
  void tell(Choice choice, WorkflowRun run);

  /** The choice to use, by all that is known now. */
  Choice recommend();
}
