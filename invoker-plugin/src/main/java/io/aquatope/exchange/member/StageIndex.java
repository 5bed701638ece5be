/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import com.google.common.collect.ImmutableMap;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowOwner;
import io.aquatope.exchange.workflow.WorkflowState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Index of the stages that run an action, by the owners of their workflows and, for the operator's
 * workflows, by the namespaces whose calls are instances of them. So the cost of an event of an
 * action depends on the number of workflows of its namespace, not on those of others.
 */
public final class StageIndex {

  /** The index of no workflow. */
  static final StageIndex NONE = new StageIndex(Map.of(), Map.of());

  /**
   * A stage.
   *
   * @param workflow its name
   * @param stage its number
   */
  record Place(String workflow, int stage) {}

  private final Map<WorkflowOwner, Map<String, List<Place>>> byOwner;
  private final Map<String, Map<String, List<Place>>> operatorsByCaller;

  private StageIndex(
      Map<WorkflowOwner, Map<String, List<Place>>> byOwner,
      Map<String, Map<String, List<Place>>> operatorsByCaller) {
    this.byOwner = ImmutableMap.copyOf(byOwner);
    this.operatorsByCaller = ImmutableMap.copyOf(operatorsByCaller);
  }

  /** The index after some workflows have changed. Workflows of other owners cost nothing. */
  StageIndex changed(Map<String, WorkflowState> before, Map<String, WorkflowState> after) {
    Set<WorkflowOwner> owners = new HashSet<>();
    after.forEach(
        (name, state) -> {
          WorkflowState known = before.get(name);
          if (known == null) {
            owners.add(state.definition().owner());
          } else if (!isAlike(known.definition(), state.definition())) {
            owners.add(known.definition().owner());
            owners.add(state.definition().owner());
          }
        });
    before.forEach(
        (name, state) -> {
          if (!after.containsKey(name)) {
            owners.add(state.definition().owner());
          }
        });
    return owners.isEmpty() ? this : rebuilt(owners, after);
  }

  private static boolean isAlike(Workflow known, Workflow now) {
    return known.owner().equals(now.owner())
        && known.stages().equals(now.stages())
        && known.callers().equals(now.callers());
  }

  private StageIndex rebuilt(Set<WorkflowOwner> owners, Map<String, WorkflowState> workflows) {
    Map<WorkflowOwner, Map<String, List<Place>>> next = new HashMap<>(byOwner);
    next.keySet().removeAll(owners);
    Map<String, Map<String, List<Place>>> byCaller = new HashMap<>();
    workflows
        .values()
        .forEach(
            state -> {
              Workflow definition = state.definition();
              if (owners.contains(definition.owner())) {
                add(next.computeIfAbsent(definition.owner(), o -> new HashMap<>()), definition);
              }
              if (definition.owner().isOperator() && owners.contains(WorkflowOwner.OPERATOR)) {
                for (String caller : definition.admitted()) {
                  add(byCaller.computeIfAbsent(caller, c -> new HashMap<>()), definition);
                }
              }
            });
    return new StageIndex(
        next, owners.contains(WorkflowOwner.OPERATOR) ? byCaller : operatorsByCaller);
  }

  private static void add(Map<String, List<Place>> places, Workflow definition) {
    for (int s = 0; s < definition.stages().size(); s++) {
      places
          .computeIfAbsent(definition.stages().get(s).action(), a -> new ArrayList<>())
          .add(new Place(definition.name(), s));
    }
  }

  /** The stages of a namespace's workflows that run an action. */
  List<Place> own(String namespace, String action) {
    return namespace.isEmpty()
        ? List.of()
        : places(byOwner.get(new WorkflowOwner(namespace)), action);
  }

  private static List<Place> places(@Nullable Map<String, List<Place>> byAction, String action) {
    return byAction == null
        ? List.of()
        : Objects.requireNonNullElse(byAction.get(action), List.of());
  }

  /**
   * The stages that run an action and whose workflows name a namespace: its own workflows, and the
   * operator's that admit it.
   */
  List<Place> naming(String namespace, String action) {
    return both(own(namespace, action), places(operatorsByCaller.get(namespace), action));
  }

  /**
   * The stages that run an action, of those workflows of the operator that admit all namespaces.
   */
  List<Place> calledByAll(String action) {
    return places(operatorsByCaller.get(Workflow.ANY_CALLER), action);
  }

  /**
   * The stages that run an action called by a namespace, of its own workflows and the operator's.
   */
  List<Place> calledIn(String namespace, String action) {
    return both(naming(namespace, action), calledByAll(action));
  }

  /**
   * The stages that may set limits of an action, of its namespace's workflows and the operator's.
   */
  List<Place> tuning(String action) {
    return both(
        own(WorkflowOwner.namespaceOf(action), action),
        places(byOwner.get(WorkflowOwner.OPERATOR), action));
  }

  private static List<Place> both(List<Place> some, List<Place> more) {
    if (some.isEmpty() || more.isEmpty()) {
      return some.isEmpty() ? more : some;
    }
    List<Place> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /** Equal if both have the same actions in the same places. */
  @Override
  public boolean equals(Object other) {
    return other instanceof StageIndex index
        && byOwner.equals(index.byOwner)
        && operatorsByCaller.equals(index.operatorsByCaller);
  }

  @Override
  public int hashCode() {
    return Objects.hash(byOwner, operatorsByCaller);
  }
}
