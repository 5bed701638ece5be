/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import io.aquatope.exchange.join.JoinedWorkflows.Owned;
import io.aquatope.exchange.message.InstanceReport;
import io.aquatope.exchange.message.StageReport;
import io.aquatope.exchange.workflow.WorkflowOwner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Joins stages to workflow instances. Stages of one namespace that descend from one transaction
 * belong together. An instance is closed when all stages of its workflow have run; when everything
 * published was observed and nothing has happened for {@value #SETTLE_MS} ms (a stage failed, and
 * the rest was left out); or when its time is up. Only activations that this controller published
 * are joined. Not thread-safe.
 */
final class WorkflowJoin {

  private static final long SETTLE_MS = 2_000;

  /** Maximum lifetime of an instance in timeouts, whatever its activity. */
  private static final int MOST_TIMEOUTS = 6;

  private final long timeoutMs;
  private final OpenInstances open;
  private final JoinedWorkflows workflows = new JoinedWorkflows();
  private List<Joined> closed = new ArrayList<>();
  private List<CompositionRun> compositionRuns = new ArrayList<>();
  private long strays;
  private long unfinished;
  private long crowded;

  /** The actions that an instance of a composition ran, in their order. */
  record CompositionRun(String namespace, String composition, List<String> actions) {}

  /** An instance that has ended. Nothing else refers to it. */
  record Joined(JoinedInstance instance, WorkflowVersion version) {

    InstanceReport observed() {
      return instance.as(version);
    }

    long qosMs() {
      return version.workflow().qosMs();
    }
  }

  /**
   * @param timeout after which nothing more is expected of an instance
   * @param mostInstances maximum number of open instances; beyond it, the namespace with the most
   *     loses its oldest
   */
  WorkflowJoin(Duration timeout, int mostInstances) {
    this.timeoutMs = timeout.toMillis();
    this.open = new OpenInstances(mostInstances);
  }

  /** Replaces the workflows of an owner. */
  void define(WorkflowOwner owner, Owned owned) {
    workflows.define(owner, owned);
  }

  /** The workflows of an owner. */
  Owned owned(WorkflowOwner owner) {
    return workflows.of(owner);
  }

  void published(
      String namespace, String root, long startMs, String activation, String action, long nowMs) {
    JoinedInstance instance = open.get(namespace, root);
    if (instance == null) {
      boolean conducts = workflows.of(namespace).learnt().contains(action);
      if (!conducts && workflows.running(namespace, action).isEmpty()) {
        return;
      }
      instance =
          new JoinedInstance(
              new OpenInstances.Key(namespace, root),
              startMs,
              nowMs,
              conducts ? Optional.of(action) : Optional.empty());
      if (open.add(instance).isPresent()) {
        unfinished++;
        crowded++;
      }
    }
    if (instance.isAbandoned()) {
      return;
    }
    instance.published(activation, action, workflows, nowMs);
    open.touched(instance);
    if (instance.isAbandoned()) {
      unfinished++;
    }
  }

  /**
   * @param endMs time at which the result arrived
   */
  void completed(String namespace, String root, String activation, long endMs) {
    JoinedInstance instance = open.get(namespace, root);
    if (instance != null) {
      instance.completed(activation, endMs);
    }
  }

  void observed(String invoker, StageReport run, long nowMs) {
    observed(invoker, run, run.execution().endMs(), nowMs);
  }

  /**
   * @param endMs end of the run, by the clock of all other times here
   */
  void observed(String invoker, StageReport run, long endMs, long nowMs) {
    JoinedInstance instance = open.get(run.namespace(), run.root());
    if (instance != null && instance.isAbandoned()) {
      return;
    }
    if (instance == null || !instance.observed(invoker, run, endMs, nowMs)) {
      strays++;
      return;
    }
    open.touched(instance);
    List<WorkflowVersion> candidates = instance.candidates(workflows);
    if (candidates.size() == 1 && instance.completes(candidates.get(0))) {
      close(instance);
    }
  }

  /**
   * Closes instances whose time is up.
   *
   * @param most maximum number to close
   * @return whether there may be more
   */
  boolean closeDue(long nowMs, int most) {
    for (int i = 0; i < most; i++) {
      Optional<JoinedInstance> due =
          open.due(nowMs - SETTLE_MS, nowMs - timeoutMs, nowMs - MOST_TIMEOUTS * timeoutMs);
      if (due.isEmpty()) {
        return false;
      }
      close(due.get());
    }
    return true;
  }

  /** The instances that have been closed since the last call. */
  List<Joined> closed() {
    List<Joined> result = closed;
    closed = new ArrayList<>();
    return result;
  }

  /** The actions of the compositions among the instances closed since the last call. */
  List<CompositionRun> compositionRuns() {
    List<CompositionRun> result = compositionRuns;
    compositionRuns = new ArrayList<>();
    return result;
  }

  private void close(JoinedInstance instance) {
    open.remove(instance);
    if (instance.isAbandoned()) {
      return;
    }
    instance
        .composition()
        .ifPresent(
            composition ->
                instance
                    .shape()
                    .ifPresent(
                        ran ->
                            compositionRuns.add(
                                new CompositionRun(instance.key().namespace(), composition, ran))));
    List<WorkflowVersion> candidates = instance.candidates(workflows);
    Optional<WorkflowVersion> complete =
        candidates.stream().filter(instance::completes).findFirst();
    Optional<WorkflowVersion> version =
        complete.isEmpty() && candidates.size() == 1 && instance.isIdle()
            ? Optional.of(candidates.get(0))
            : complete;
    if (version.isPresent()) {
      closed.add(new Joined(instance, version.get()));
    } else {
      unfinished++;
    }
  }

  int open() {
    return open.size();
  }

  /** Number of observations that belonged to no open instance, or were duplicates. */
  long strays() {
    return strays;
  }

  /** Number of instances that could not be joined completely. */
  long unfinished() {
    return unfinished;
  }

  /** Number of unfinished instances that were evicted for others. */
  long crowded() {
    return crowded;
  }
}
