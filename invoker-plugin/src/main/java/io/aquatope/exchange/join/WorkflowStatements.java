/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.exchange.HubQuotas;
import io.aquatope.exchange.join.WorkflowJoin.CompositionRun;
import io.aquatope.exchange.message.ExchangeRecord;
import io.aquatope.exchange.message.HubStarted;
import io.aquatope.exchange.message.Message;
import io.aquatope.exchange.message.SenderIdentity;
import io.aquatope.exchange.message.WorkflowCheckpoint;
import io.aquatope.exchange.message.WorkflowDefined;
import io.aquatope.exchange.message.WorkflowWithdrawn;
import io.aquatope.exchange.workflow.TuningRules;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowOwner;
import io.aquatope.text.TenantText;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The workflows that this controller declares, and their records in the log. Each read of the file
 * and each survey of a namespace is a full statement: a workflow of that owner that is in the log
 * but not in the statement is withdrawn, whoever defined it and whenever. So a workflow that was
 * removed while a controller was down does not outlive the removal. Safe for use by several
 * threads.
 */
final class WorkflowStatements {

  /** Maximum number of names in one line of the log. */
  private static final int MOST_TOLD = 20;

  /** Takes the workflows of an owner, and the compositions whose actions are to be learnt. */
  @FunctionalInterface
  interface Definitions {
    void define(WorkflowOwner owner, Collection<Workflow> workflows, Set<String> learnt);
  }

  private final SenderIdentity me;
  private final ExchangeEvents events;
  private final Consumer<ExchangeRecord> log;
  private final Definitions join;
  private final WorkflowDiscovery discovery;
  private final LoggedWorkflows logged = new LoggedWorkflows();
  private final Map<WorkflowOwner, Map<String, Workflow>> standing = new HashMap<>();
  private Optional<Set<Workflow>> registered = Optional.empty();
  private boolean caughtUp;

  /**
   * @param log takes records for all readers
   */
  WorkflowStatements(
      SenderIdentity me,
      HubQuotas quotas,
      TuningRules rules,
      ExchangeEvents events,
      Consumer<ExchangeRecord> log,
      Definitions join) {
    this.me = me;
    this.events = events;
    this.log = log;
    this.join = join;
    this.discovery = new WorkflowDiscovery(quotas, rules, events, logged::count);
    log.accept(new HubStarted());
  }

  /** Takes all workflows that the operator registers. */
  synchronized void register(Set<Workflow> read) {
    registered = Optional.of(Set.copyOf(read));
    boolean changed = define(WorkflowOwner.OPERATOR);
    for (String namespace : discovery.namespaces()) {
      changed |= define(WorkflowOwner.of(namespace));
    }
    tell(changed);
  }

  /** Takes all annotated actions of a namespace. */
  synchronized void discovered(NamespaceDeclarations found) {
    Set<String> changed = new HashSet<>(discovery.found(found));
    for (Workflow known : logged.of(WorkflowOwner.of(found.namespace()))) {
      if (discovery.isUndecided(found.namespace(), known.name())) {
        changed.addAll(discovery.learntElsewhere(known));
      }
    }
    define(changed);
  }

  /** Takes the actions that compositions ran. */
  synchronized void ran(List<CompositionRun> runs) {
    for (CompositionRun run : runs) {
      define(discovery.ran(run.namespace(), run.composition(), run.actions()));
    }
  }

  /** Takes a message of the log. */
  synchronized void read(Message message) {
    if (!logged.isNew(message)) {
      return;
    }
    boolean own = message.isOf(me);
    for (ExchangeRecord record : message.records()) {
      if (record instanceof WorkflowDefined defined) {
        logged.put(defined.definition());
        if (!own) {
          define(discovery.learntElsewhere(defined.definition()));
        }
      } else if (record instanceof WorkflowWithdrawn withdrawal) {
        logged.remove(withdrawal.workflow());
      } else if (record instanceof WorkflowCheckpoint checkpoint) {
        recalled(checkpoint.state().definition());
      } else if (own && record instanceof HubStarted) {
        caughtUp = true;
        tell(define(WorkflowOwner.OPERATOR));
      }
    }
  }

  /**
   * Takes a workflow from a checkpoint. The checkpoint may have been written before a withdrawal
   * that precedes it in the log. It then undoes the withdrawal for all readers, and the workflow is
   * withdrawn a second time.
   */
  private void recalled(Workflow workflow) {
    if (logged.get(workflow.name()) != null) {
      return;
    }
    logged.put(workflow);
    if (workflow.owner().isOperator()) {
      tell(caughtUp && define(WorkflowOwner.OPERATOR));
    } else {
      define(discovery.learntElsewhere(workflow));
    }
  }

  private void define(Set<String> namespaces) {
    boolean changed = false;
    for (String namespace : namespaces) {
      changed |= define(WorkflowOwner.of(namespace));
    }
    tell(changed);
  }

  /** States all workflows of an owner. Returns whether they have changed. */
  private boolean define(WorkflowOwner owner) {
    if (owner.isOperator() && registered.isEmpty()) {
      return false;
    }
    Map<String, Workflow> before = standing.getOrDefault(owner, Map.of());
    Map<String, Workflow> next = new LinkedHashMap<>();
    current(owner).forEach(workflow -> next.put(workflow.name(), workflow));
    if (next.isEmpty()) {
      standing.remove(owner);
    } else {
      standing.put(owner, next);
    }
    join.define(
        owner,
        next.values(),
        owner.isOperator() ? Set.of() : discovery.compositions(owner.namespace()));
    for (Workflow known : logged.of(owner)) {
      if (!next.containsKey(known.name())) {
        logged.remove(known.name());
        log.accept(new WorkflowWithdrawn(known.name()));
      }
    }
    for (Workflow workflow : next.values()) {
      if (!workflow.equals(logged.get(workflow.name()))) {
        logged.put(workflow);
        log.accept(new WorkflowDefined(workflow));
      }
    }
    return !next.equals(before);
  }

  private Collection<Workflow> current(WorkflowOwner owner) {
    if (owner.isOperator()) {
      return registered.orElse(Set.of());
    }
    Map<String, Workflow> own = new LinkedHashMap<>();
    for (Workflow workflow : logged.of(owner)) {
      if (discovery.isUndecided(owner.namespace(), workflow.name())) {
        own.put(workflow.name(), workflow);
      }
    }
    discovery.workflows(owner.namespace()).forEach(one -> own.put(one.name(), one));
    Set<Object> taken = new HashSet<>();
    for (Workflow workflow : registered.orElse(Set.of())) {
      taken.add(workflow.name());
      taken.add(workflow.runs());
    }
    own.values()
        .removeIf(workflow -> taken.contains(workflow.name()) || taken.contains(workflow.runs()));
    return own.values();
  }

  private void tell(boolean changed) {
    if (changed) {
      Set<String> names = new TreeSet<>();
      standing.values().forEach(own -> names.addAll(own.keySet()));
      List<String> first = names.stream().limit(MOST_TOLD).map(TenantText::plain).toList();
      events.told(
          "workflows: "
              + first
              + (names.size() > MOST_TOLD
                  ? " and %s more".formatted(names.size() - MOST_TOLD)
                  : ""));
    }
  }

  /** The names of the workflows of a namespace, here or in the log. */
  synchronized Set<String> known(String namespace) {
    WorkflowOwner owner = WorkflowOwner.of(namespace);
    Set<String> names = new TreeSet<>(discovery.names(namespace));
    logged.of(owner).forEach(workflow -> names.add(workflow.name()));
    return names;
  }

  /** The namespaces with declarations here or in the log. They are surveyed at intervals. */
  synchronized Set<String> namespaces() {
    Set<String> namespaces = new TreeSet<>(discovery.namespaces());
    for (WorkflowOwner owner : logged.owners()) {
      if (!owner.isOperator()) {
        namespaces.add(owner.namespace());
      }
    }
    return namespaces;
  }

  /** Number of declarations refused because they exceeded a quota. */
  synchronized long refused() {
    return discovery.refused();
  }
}
