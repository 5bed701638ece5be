/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.exchange.HubQuotas;
import io.aquatope.exchange.workflow.TuningRules;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.text.TenantText;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * The workflows that owners of actions declare by annotations, within the quotas. Namespaces
 * without declarations are not stored. Not thread-safe.
 */
final class WorkflowDiscovery {

  private final HubQuotas quotas;
  private final TuningRules rules;
  private final ExchangeEvents events;
  private final ToIntFunction<String> logged;
  private final Map<String, DeclaringNamespace> namespaces = new LinkedHashMap<>();
  private Map<String, Integer> shares = Map.of();
  private long refused;
  private long refusedNamespaces;

  /**
   * @param logged number of a namespace's workflows in the log. It is the same for all controllers,
   *     so they agree on the shares
   */
  WorkflowDiscovery(
      HubQuotas quotas, TuningRules rules, ExchangeEvents events, ToIntFunction<String> logged) {
    this.logged = logged;
    this.quotas = quotas;
    this.rules = rules;
    this.events = events;
  }

  /**
   * Takes all annotated actions of a namespace from a survey.
   *
   * @return the namespaces whose workflows may have changed
   */
  Set<String> found(NamespaceDeclarations found) {
    NamespaceDeclarations admitted = admitted(found);
    String namespace = admitted.namespace();
    DeclaringNamespace known = namespaces.get(namespace);
    if (known == null) {
      if (admitted.actions().isEmpty() && admitted.left() == 0) {
        return Set.of(namespace);
      }
      if (namespaces.size() >= quotas.maxWorkflows()) {
        refusedNamespace(admitted);
        return Set.of(namespace);
      }
      known = new DeclaringNamespace(namespace, rules, events);
      namespaces.put(namespace, known);
    }
    int more = known.found(admitted);
    if (more > 0) {
      refused += more;
      events.warned(
          "namespace %s declares %s workflows more than its quota of %s; only the first by name"
                  .formatted(
                      TenantText.plain(namespace), admitted.left(), quotas.workflowsPerNamespace())
              + " count");
    }
    if (known.isEmpty()) {
      namespaces.remove(namespace);
    }
    return shared(namespace);
  }

  private NamespaceDeclarations admitted(NamespaceDeclarations found) {
    int most = quotas.workflowsPerNamespace();
    List<AnnotatedAction> actions = found.actions();
    return actions.size() <= most
        ? found
        : new NamespaceDeclarations(
            found.namespace(), actions.subList(0, most), found.left() + actions.size() - most);
  }

  private void refusedNamespace(NamespaceDeclarations found) {
    refused += found.actions().size() + found.left();
    refusedNamespaces++;
    if (Long.bitCount(refusedNamespaces) == 1) {
      events.warned(
          ("%s lookups found declarations of a namespace beyond the quota of %s workflows, the"
                  + " latest %s")
              .formatted(
                  refusedNamespaces, quotas.maxWorkflows(), TenantText.plain(found.namespace())));
    }
  }

  /**
   * Records that an instance of a composition ran these actions, in this order, its conductor
   * included.
   */
  Set<String> ran(String namespace, String composition, List<String> actions) {
    DeclaringNamespace known = namespaces.get(namespace);
    return known != null && known.ran(composition, actions) ? shared(namespace) : Set.of();
  }

  /** Takes a workflow from the log. It may be a composition that is not learnt here. */
  Set<String> learntElsewhere(Workflow logged) {
    String namespace = logged.owner().namespace();
    DeclaringNamespace known = namespaces.get(namespace);
    return known != null && known.learntElsewhere(logged) ? shared(namespace) : Set.of();
  }

  /**
   * Returns the namespace, and the namespaces whose share of all workflows its change has changed.
   */
  private Set<String> shared(String namespace) {
    Map<String, Integer> wanted = new LinkedHashMap<>();
    int all = 0;
    for (Map.Entry<String, DeclaringNamespace> one : namespaces.entrySet()) {
      int own = one.getValue().workflows().size();
      all += own;
      if (own > 0) {
        wanted.put(one.getKey(), own);
      }
    }
    Map<String, Integer> before = shares;
    shares =
        all <= quotas.maxWorkflows()
            ? wanted
            : FairAllotment.of(wanted, logged, quotas.maxWorkflows());
    Set<String> changed = new HashSet<>();
    changed.add(namespace);
    shares.forEach(
        (other, share) -> {
          if (!share.equals(before.get(other))) {
            changed.add(other);
          }
        });
    return changed;
  }

  /** The workflows that are known well enough to be tuned, up to the namespace's share. */
  List<Workflow> workflows(String namespace) {
    DeclaringNamespace known = namespaces.get(namespace);
    if (known == null) {
      return List.of();
    }
    List<Workflow> all = known.workflows();
    int share = Objects.requireNonNullElse(shares.get(namespace), 0);
    return all.subList(0, Math.min(all.size(), share));
  }

  /** The compositions of a namespace that ask for a target. */
  Set<String> compositions(String namespace) {
    return Optional.ofNullable(namespaces.get(namespace))
        .map(DeclaringNamespace::compositions)
        .orElse(Set.of());
  }

  /** Whether an action is annotated but declares no workflow yet. */
  boolean isUndecided(String namespace, String name) {
    DeclaringNamespace known = namespaces.get(namespace);
    return known != null && known.isUndecided(name);
  }

  /** The actions of a namespace that are annotated. */
  Set<String> names(String namespace) {
    return Optional.ofNullable(namespaces.get(namespace))
        .map(DeclaringNamespace::names)
        .orElse(Set.of());
  }

  /** The namespaces with declarations. */
  Set<String> namespaces() {
    return Set.copyOf(namespaces.keySet());
  }

  /** Number of declarations refused because they exceeded a quota. */
  long refused() {
    return refused;
  }
}
