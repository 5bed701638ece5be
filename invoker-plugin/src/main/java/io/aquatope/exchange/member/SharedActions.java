/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import io.aquatope.exchange.member.StageIndex.Place;
import io.aquatope.exchange.workflow.WorkflowState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Actions that several workflows run. Such an action gets the largest limit that one of the
 * workflows has chosen, so a workflow need not consider smaller ones. If two workflows are in use,
 * the action stays at the larger of their limits, in the end at the largest limit. Neither may try
 * less on the runs of the other, because it does not know whether the other's target allows it.
 */
final class SharedActions {

  private SharedActions() {}

  /** The choice of a workflow, raised to the choices of other workflows that are in use. */
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

  /** The least limit of a workflow that is not below another workflow's choice. */
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
