/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.exchange.join.AnnotatedAction.Kind;
import io.aquatope.exchange.workflow.TuningRules;
import io.aquatope.exchange.workflow.Workflow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The workflows that owners of actions declare by annotations. What is not understood is told once,
 * and leaves what was understood before in force. Not thread-safe.
 */
final class Discovery {

  private static final int MOST = 2_000;

  private final TuningRules rules;
  private final ExchangeEvents events;
  private final Map<String, Map<String, Declaration>> namespaces = new TreeMap<>();
  private final Map<String, CompositionShape> shapes = new HashMap<>();
  private final Map<String, String> told = new HashMap<>();

  Discovery(TuningRules rules, ExchangeEvents events) {
    this.rules = rules;
    this.events = events;
  }

  /** These are all the annotated actions of a namespace now. */
  void found(String namespace, Collection<AnnotatedAction> actions) {
    Map<String, Declaration> before = namespaces.getOrDefault(namespace, Map.of());
    Map<String, Declaration> now = new TreeMap<>();
    for (AnnotatedAction action : actions) {
      read(action)
          .or(() -> Optional.ofNullable(before.get(action.action())))
          .ifPresent(declaration -> now.put(action.action(), declaration));
    }
    namespaces.put(namespace, now);
    shapes.keySet().retainAll(compositions());
  }

  private Optional<Declaration> read(AnnotatedAction action) {
    try {
      Declaration declaration = Declaration.of(action);
      told.remove(action.action());
      return Optional.of(declaration);
    } catch (IllegalArgumentException e) {
      tell(action.action(), e);
      return Optional.empty();
    }
  }

  private void tell(String action, IllegalArgumentException problem) {
    String line = String.valueOf(problem.getMessage());
    if (told.size() < MOST && !line.equals(told.put(action, line))) {
      events.warned(line);
    }
  }

  /** An instance of a composition ran these actions, in this order, its conductor among them. */
  void ran(String composition, List<String> actions) {
    if (compositions().contains(composition)) {
      shapes.merge(
          composition, CompositionShape.UNKNOWN.ran(actions), (known, first) -> known.ran(actions));
    }
  }

  /** The compositions that ask for a target; which actions they run is to be learnt. */
  Set<String> compositions() {
    return declarations()
        .filter(declaration -> declaration.kind() == Kind.COMPOSITION)
        .map(Declaration::action)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What is known well enough to be tuned. */
  List<Workflow> workflows() {
    List<Workflow> workflows = new ArrayList<>();
    declarations().limit(MOST).forEach(one -> workflow(one).ifPresent(workflows::add));
    return workflows;
  }

  private Stream<Declaration> declarations() {
    return namespaces.values().stream().flatMap(actions -> actions.values().stream());
  }

  private Optional<Workflow> workflow(Declaration declaration) {
    List<String> actions =
        declaration.kind() == Kind.SEQUENCE
            ? declaration.stages()
            : shapes.getOrDefault(declaration.action(), CompositionShape.UNKNOWN).known();
    if (actions.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(declaration.chain(actions, rules));
    } catch (IllegalArgumentException e) {
      tell(
          declaration.action(),
          new IllegalArgumentException(
              "action %s: %s".formatted(declaration.action(), e.getMessage()), e));
      return Optional.empty();
    }
  }
}
