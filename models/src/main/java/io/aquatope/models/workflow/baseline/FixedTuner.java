/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline;

import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.WorkflowRun;
import io.aquatope.models.workflow.WorkflowTuner;
import java.util.Collections;
import java.util.List;

/**
 * A fixed choice, such as the oracle's.
 *
 * @param choice the choice that is always proposed
 */
public record FixedTuner(Choice choice) implements WorkflowTuner {

  @Override
  public List<Choice> ask(int q) {
    return Collections.nCopies(q, choice);
  }

  @Override
  public void tell(Choice told, WorkflowRun run) {}

  @Override
  public Choice recommend() {
    return choice;
  }
}
