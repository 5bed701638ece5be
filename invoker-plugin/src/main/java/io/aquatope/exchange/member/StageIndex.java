/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import com.google.common.collect.ImmutableMap;
import io.aquatope.exchange.workflow.Owner;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The stages that run an action, by the owners of their workflows. An event about an action thus
 * costs as much as there are workflows of its namespace, however many there are of others.
 */
public final class StageIndex {

  /** Of no workflow. */
  static final StageIndex NONE = new StageIndex(Map.of());

  /**
   * A stage.
   *
   * @param workflow its name
   * @param stage its number
   */
  record Place(String workflow, int stage) {}

  private final Map<Owner, Map<String, List<Place>>> byOwner;

  private StageIndex(Map<Owner, Map<String, List<Place>>> byOwner) {
    this.byOwner = ImmutableMap.copyOf(byOwner);
  }

  /** The index after some workflows have changed; those of other owners cost nothing. */
  StageIndex changed(Map<String, WorkflowState> before, Map<String, WorkflowState> after) {
    Set<Owner> owners = new HashSet<>();
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
    return known.owner().equals(now.owner()) && known.stages().equals(now.stages());
  }

  private StageIndex rebuilt(Set<Owner> owners, Map<String, WorkflowState> workflows) {
    Map<Owner, Map<String, List<Place>>> next = new HashMap<>(byOwner);
    next.keySet().removeAll(owners);
    workflows.forEach(
        (name, state) -> {
          Workflow definition = state.definition();
          if (owners.contains(definition.owner())) {
            Map<String, List<Place>> places =
                next.computeIfAbsent(definition.owner(), owner -> new HashMap<>());
            for (int s = 0; s < definition.stages().size(); s++) {
              places
                  .computeIfAbsent(definition.stages().get(s).action(), a -> new ArrayList<>())
                  .add(new Place(name, s));
            }
          }
        });
    return new StageIndex(next);
  }

  /** The stages of workflows of a namespace that run an action. */
  List<Place> own(String namespace, String action) {
    return namespace.isEmpty() ? List.of() : places(new Owner(namespace), action);
  }

  /** The stages of the operator's workflows that run an action. */
  List<Place> operators(String action) {
    return places(Owner.OPERATOR, action);
  }

  private List<Place> places(Owner owner, String action) {
    Map<String, List<Place>> places = byOwner.get(owner);
    return places == null ? List.of() : Objects.requireNonNullElse(places.get(action), List.of());
  }

  /** The stages whose calls come from a namespace: of its workflows and of the operator's. */
  List<Place> calledIn(String namespace, String action) {
    return both(own(namespace, action), operators(action));
  }

  /** The stages that may set limits of an action: of its namespace and of the operator's. */
  List<Place> tuning(String action) {
    return calledIn(Owner.namespaceOf(action), action);
  }

  private static List<Place> both(List<Place> some, List<Place> more) {
    if (some.isEmpty() || more.isEmpty()) {
      return some.isEmpty() ? more : some;
    }
    List<Place> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /** Equal where the same actions are at the same places. */
  @Override
  public boolean equals(Object other) {
    return other instanceof StageIndex index && byOwner.equals(index.byOwner);
  }

  @Override
  public int hashCode() {
    return byOwner.hashCode();
  }
}
