/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import io.aquatope.exchange.member.StageIndex.Place;
import io.aquatope.exchange.workflow.WorkflowState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Actions that several workflows run. They get the most that one of these has chosen, so that a
 * workflow need not think of less. Two that are in use thus leave such an action at the larger of
 * their limits, in the end the largest: neither may try less of it on the runs of the other, whose
 * target it does not know to be safe.
 */
final class SharedActions {

  private SharedActions() {}

  /** A choice of a workflow, raised to what others that are in use have chosen. */
  static List<Integer> raised(List<Integer> choice, WorkflowState workflow, ExchangeState state) {
    List<Integer> raised = new ArrayList<>(choice);
    for (int s = 0; s < raised.size(); s++) {
      if (workflow.definition().tunes(s)) {
        String action = workflow.definition().stages().get(s).action();
        for (Place place : state.index().tuning(action)) {
          WorkflowState other = Objects.requireNonNull(state.workflows().get(place.workflow()));
          if (other.isInUse() && isAnother(other, workflow)) {
            raised.set(s, Math.max(raised.get(s), index(other, place.stage(), workflow)));
          }
        }
      }
    }
    return List.copyOf(raised);
  }

  private static boolean isAnother(WorkflowState other, WorkflowState workflow) {
    return !other.definition().name().equals(workflow.definition().name());
  }

  /** The least of a workflow's limits that is enough for what another has chosen. */
  private static int index(WorkflowState other, int stage, WorkflowState workflow) {
    int wanted = other.definition().rules().milliCores().get(other.decision().choice().get(stage));
    List<Integer> limits = workflow.definition().rules().milliCores();
    int index = 0;
    while (index < limits.size() - 1 && limits.get(index) < wanted) {
      index++;
    }
    return index;
  }
}
