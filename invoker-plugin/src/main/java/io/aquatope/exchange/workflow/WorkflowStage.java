/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import io.aquatope.exchange.FieldChecks;
import java.util.List;

/**
 * One stage of a workflow.
 *
 * @param name within the workflow
 * @param action fully qualified, without version
 * @param after the numbers of the stages it waits for, all smaller than its own
 * @param repeat number of its runs in an instance
 */
public record WorkflowStage(String name, String action, List<Integer> after, int repeat) {

  public WorkflowStage {
    FieldChecks.text("name", name);
    FieldChecks.text("action", action);
    FieldChecks.that(repeat >= 1 && repeat <= 1000, "repeat", repeat, "1 to 1000");
    after = List.copyOf(after);
  }
}
