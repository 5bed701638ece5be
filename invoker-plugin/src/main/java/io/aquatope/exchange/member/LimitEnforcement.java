/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import io.aquatope.exchange.member.StageIndex.Place;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Applies the limits that follow from the state to this invoker's containers: the choice in force
 * or, for a share of the runs, the candidate that this invoker tries. An action of several
 * workflows that are in use gets the largest limit that one of them chose. Only workflows of the
 * action's namespace and of the operator count. Not thread-safe.
 */
final class LimitEnforcement {

  private final String invoker;
  private final double share;
  private final CpuPort cpu;
  private final Map<String, TrialShare> explorers = new HashMap<>();
  private final Map<String, Integer> inForce = new HashMap<>();

  LimitEnforcement(String invoker, double share, CpuPort cpu) {
    this.invoker = invoker;
    this.share = share;
    this.cpu = cpu;
  }

  /**
   * Records that a run of an action has ended here. For a namespace's workflow, only runs of that
   * namespace earn or use trials.
   *
   * @param namespace in which it was invoked
   */
  void ran(ExchangeState state, String namespace, String action, int milliCores) {
    for (Place place : state.index().calledIn(namespace, action)) {
      WorkflowState workflow = Objects.requireNonNull(state.workflows().get(place.workflow()));
      if (workflow.definition().tunes(place.stage())) {
        List<Integer> limits = workflow.definition().rules().milliCores();
        explorer(workflow)
            .ran(
                milliCores != limits.get(workflow.decision().choice().get(place.stage())),
                burst(workflow));
      }
    }
  }

  /**
   * @param connected whether the log is being read; trials run only then
   */
  void apply(ExchangeState state, boolean connected) {
    explorers.keySet().retainAll(state.workflows().keySet());
    Map<String, Integer> wanted = new HashMap<>();
    Map<String, Integer> idle = new HashMap<>();
    for (WorkflowState workflow : state.workflows().values()) {
      Workflow definition = workflow.definition();
      Optional<List<Integer>> trial =
          connected && explorer(workflow).isExploring()
              ? workflow.trialOf(invoker, state.members().present())
              : Optional.empty();
      List<Integer> milliCores = definition.milliCores(trial.orElse(workflow.decision().choice()));
      Map<String, Integer> limits = workflow.isInUse() ? wanted : idle;
      for (int s = 0; s < milliCores.size(); s++) {
        if (definition.tunes(s)) {
          limits.merge(definition.stages().get(s).action(), milliCores.get(s), Math::max);
        }
      }
    }
    idle.forEach(wanted::putIfAbsent);
    Set<String> gone = new HashSet<>(inForce.keySet());
    gone.removeAll(wanted.keySet());
    gone.forEach(
        action -> {
          inForce.remove(action);
          cpu.withdraw(action);
        });
    wanted.forEach(
        (action, limit) -> {
          if (!limit.equals(inForce.put(action, limit))) {
            cpu.decide(action, limit);
          }
        });
  }

  private TrialShare explorer(WorkflowState workflow) {
    return explorers.computeIfAbsent(workflow.definition().name(), name -> new TrialShare(share));
  }

  /**
   * The runs that give each stage of this invoker the repetitions it needs. An invoker that counted
   * the stages of others too would hold its own to a slow candidate for longer than needed.
   */
  private int burst(WorkflowState workflow) {
    int stages = workflow.placement().stagesOf(invoker);
    return Math.max(1, stages) * workflow.definition().rules().repetitions();
  }
}
