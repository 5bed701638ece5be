/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.exchange.join.AnnotatedAction.Kind;
import io.aquatope.exchange.workflow.TuningRules;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowOwner;
import io.aquatope.exchange.workflow.WorkflowStage;
import io.aquatope.text.TenantText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The workflows that one namespace declares. An invalid declaration is reported once, and the
 * earlier valid one stays in force. Not thread-safe.
 */
final class DeclaringNamespace {

  /** Maximum length of a message. It quotes several texts of tenants, each shortened already. */
  private static final int MOST_CHARACTERS = 500;

  private final WorkflowOwner owner;
  private final TuningRules rules;
  private final ExchangeEvents events;
  private final Map<String, WorkflowDeclaration> declarations = new TreeMap<>();
  private final Map<String, CompositionShape> shapes = new HashMap<>();
  private final Set<String> asked = new TreeSet<>();
  private final Set<String> told = new HashSet<>();
  private List<Workflow> workflows = List.of();
  private int left;

  DeclaringNamespace(String namespace, TuningRules rules, ExchangeEvents events) {
    this.owner = WorkflowOwner.of(namespace);
    this.rules = rules;
    this.events = events;
  }

  /**
   * Replaces the annotated actions by those of the latest survey.
   *
   * @return by how many the number of left-out actions has grown since the previous survey
   */
  int found(NamespaceDeclarations found) {
    asked.clear();
    for (AnnotatedAction action : found.actions()) {
      if (owner.rules(action.action())) {
        asked.add(action.action());
        read(action).ifPresent(declaration -> declarations.put(action.action(), declaration));
      }
    }
    declarations.keySet().retainAll(asked);
    shapes.keySet().retainAll(compositions());
    told.retainAll(asked);
    define();
    int more = Math.max(0, found.left() - left);
    left = found.left();
    return more;
  }

  private Optional<WorkflowDeclaration> read(AnnotatedAction action) {
    try {
      WorkflowDeclaration declaration = WorkflowDeclaration.of(action);
      if (!declaration.equals(declarations.get(action.action()))) {
        told.remove(action.action());
      }
      return Optional.of(declaration);
    } catch (IllegalArgumentException e) {
      tell(action.action(), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private void tell(String action, String line) {
    if (told.add(action)) {
      events.warned(line);
    }
  }

  /** The annotated actions, whether their annotations are valid or not. */
  Set<String> names() {
    return Set.copyOf(asked);
  }

  boolean isEmpty() {
    return asked.isEmpty() && left == 0;
  }

  /**
   * Records that an instance of a composition ran these actions, in this order, its conductor
   * included.
   *
   * @return whether this changes a workflow
   */
  boolean ran(String composition, List<String> actions) {
    return isComposition(composition)
        && reshaped(
            composition, shapes.getOrDefault(composition, CompositionShape.UNKNOWN).ran(actions));
  }

  /**
   * Takes the actions of a composition from the log.
   *
   * @return whether this changes a workflow
   */
  boolean learntElsewhere(Workflow logged) {
    if (!isComposition(logged.name())) {
      return false;
    }
    List<String> actions = new ArrayList<>();
    for (WorkflowStage stage : logged.stages()) {
      actions.addAll(Collections.nCopies(stage.repeat(), stage.action()));
    }
    return reshaped(
        logged.name(),
        shapes.getOrDefault(logged.name(), CompositionShape.UNKNOWN).learntElsewhere(actions));
  }

  private boolean reshaped(String composition, CompositionShape next) {
    CompositionShape before = shapes.put(composition, next);
    if (before != null && before.known().equals(next.known())) {
      return false;
    }
    List<Workflow> known = workflows;
    define();
    return !known.equals(workflows);
  }

  private boolean isComposition(String name) {
    WorkflowDeclaration declaration = declarations.get(name);
    return declaration != null && declaration.kind() == Kind.COMPOSITION;
  }

  /** The compositions that ask for a target. Their actions are learnt from their instances. */
  Set<String> compositions() {
    return declarations.values().stream()
        .filter(declaration -> declaration.kind() == Kind.COMPOSITION)
        .map(WorkflowDeclaration::action)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether an action is annotated but declares no workflow yet: its annotations are invalid, or it
   * is a composition whose actions are not known.
   */
  boolean isUndecided(String name) {
    return asked.contains(name)
        && (!declarations.containsKey(name)
            || (isComposition(name)
                && shapes.getOrDefault(name, CompositionShape.UNKNOWN).known().isEmpty()));
  }

  /**
   * The workflows that are known well enough to be tuned, by name. If several run the same actions,
   * only the first one counts, because their instances could not be told apart.
   */
  List<Workflow> workflows() {
    return workflows;
  }

  private void define() {
    Map<Map<String, Integer>, Workflow> byRuns = new HashMap<>();
    List<Workflow> next = new ArrayList<>();
    for (WorkflowDeclaration declaration : declarations.values()) {
      Optional<Workflow> workflow = workflow(declaration);
      if (workflow.isPresent()
          && byRuns.putIfAbsent(workflow.get().runs(), workflow.get()) == null) {
        next.add(workflow.get());
      }
    }
    workflows = List.copyOf(next);
  }

  private Optional<Workflow> workflow(WorkflowDeclaration declaration) {
    List<String> actions =
        declaration.kind() == Kind.SEQUENCE
            ? declaration.stages()
            : shapes.getOrDefault(declaration.action(), CompositionShape.UNKNOWN).known();
    if (actions.isEmpty()) {
      return Optional.empty();
    }
    try {
      Workflow workflow = declaration.chain(owner, actions, rules);
      if (workflow.tunesAny()) {
        return Optional.of(workflow);
      }
      tell(declaration, "it runs only actions of other namespaces, which it may not tune");
    } catch (IllegalArgumentException e) {
      tell(declaration, TenantText.plain(String.valueOf(e.getMessage()), MOST_CHARACTERS));
    }
    return Optional.empty();
  }

  private void tell(WorkflowDeclaration declaration, String problem) {
    tell(
        declaration.action(),
        "action %s: %s".formatted(TenantText.plain(declaration.action()), problem));
  }
}
