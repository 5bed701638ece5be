/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowOwner;
import io.aquatope.exchange.workflow.WorkflowStage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The workflows whose instances are joined, by owner and action. The cost of a call depends on the
 * number of workflows of its own namespace that run the action, not on those of others. Not
 * thread-safe.
 */
final class JoinedWorkflows {

  /** The workflows of one owner. Immutable: another object means that they have changed. */
  static final class Owned {

    static final Owned NONE = new Owned(Map.of(), Set.of());

    private final Map<String, WorkflowVersion> versions;
    private final Map<String, List<WorkflowVersion>> byAction;
    private final Set<String> learnt;

    private Owned(Map<String, WorkflowVersion> versions, Set<String> learnt) {
      this.versions = versions;
      this.byAction = index(versions.values());
      this.learnt = Set.copyOf(learnt);
    }

    private boolean isEmpty() {
      return versions.isEmpty() && learnt.isEmpty();
    }

    /** The compositions whose actions are to be learnt. */
    Set<String> learnt() {
      return learnt;
    }

    /** The owner's workflows after a change. Values of unchanged workflows are reused. */
    Owned next(Collection<Workflow> workflows, Set<String> nextLearnt) {
      Map<String, WorkflowVersion> next = new LinkedHashMap<>();
      boolean changed = workflows.size() != versions.size() || !learnt.equals(nextLearnt);
      for (Workflow workflow : workflows) {
        WorkflowVersion known = versions.get(workflow.name());
        boolean stays = known != null && known.workflow().equals(workflow);
        changed |= !stays;
        next.put(workflow.name(), stays ? known : new WorkflowVersion(workflow));
      }
      return changed ? new Owned(next, nextLearnt) : this;
    }

    private static Map<String, List<WorkflowVersion>> index(Collection<WorkflowVersion> versions) {
      Map<String, List<WorkflowVersion>> byAction = new HashMap<>();
      for (WorkflowVersion version : versions) {
        for (WorkflowStage stage : version.workflow().stages()) {
          byAction.computeIfAbsent(stage.action(), action -> new ArrayList<>()).add(version);
        }
      }
      return byAction;
    }

    List<WorkflowVersion> running(String action) {
      return byAction.getOrDefault(action, List.of());
    }
  }

  private final Map<String, Owned> namespaces = new HashMap<>();
  private Owned operators = Owned.NONE;

  void define(WorkflowOwner owner, Owned owned) {
    if (owner.isOperator()) {
      operators = owned;
    } else if (owned.isEmpty()) {
      namespaces.remove(owner.namespace());
    } else {
      namespaces.put(owner.namespace(), owned);
    }
  }

  Owned of(WorkflowOwner owner) {
    return owner.isOperator() ? operators : of(owner.namespace());
  }

  Owned of(String namespace) {
    return namespaces.getOrDefault(namespace, Owned.NONE);
  }

  Owned operators() {
    return operators;
  }

  /**
   * The workflows that a call of an action may belong to. The operator's come first, as they take
   * precedence.
   */
  List<WorkflowVersion> running(String namespace, String action) {
    List<WorkflowVersion> own = of(namespace).running(action);
    List<WorkflowVersion> general = operators.running(action);
    if (general.isEmpty()) {
      return own;
    }
    List<WorkflowVersion> running = new ArrayList<>(general.size() + own.size());
    for (WorkflowVersion version : general) {
      if (version.admits(namespace)) {
        running.add(version);
      }
    }
    running.addAll(own);
    return running;
  }
}
