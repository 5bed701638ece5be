/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import io.aquatope.exchange.message.StageObserved;
import io.aquatope.exchange.message.WorkflowObserved;
import io.aquatope.exchange.workflow.Stage;
import io.aquatope.exchange.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Joins stages to workflow instances: those that descend from one transaction belong together. An
 * instance is closed when all stages of its workflow have run, when nothing has happened for
 * {@value #SETTLE_MS} ms though everything published was observed (a stage failed, and the rest was
 * left out), or when its time is up. Only what this controller published is joined. Not
 * thread-safe.
 */
final class WorkflowJoin {

  private static final long SETTLE_MS = 2_000;

  private final long timeoutMs;
  private final int mostInstances;
  private final Map<String, JoinedInstance> open = new LinkedHashMap<>();
  private final List<WorkflowObserved> closed = new ArrayList<>();
  private final List<CompositionRun> compositionRuns = new ArrayList<>();
  private List<Version> versions = List.of();
  private Set<String> actions = Set.of();
  private Set<String> compositions = Set.of();
  private long strays;
  private long unfinished;

  private record Version(Workflow workflow, String name) {}

  /** The actions that an instance of a composition ran, in their order. */
  record CompositionRun(String composition, List<String> actions) {}

  /**
   * @param timeout after which nothing more is expected of an instance
   * @param mostInstances how many are joined at a time; the oldest make room
   */
  WorkflowJoin(Duration timeout, int mostInstances) {
    this.timeoutMs = timeout.toMillis();
    this.mostInstances = mostInstances;
  }

  /**
   * From now on there are these workflows.
   *
   * @param learnt compositions of which {@link #compositionRuns} tells what they run
   */
  void define(Collection<Workflow> workflows, Set<String> learnt) {
    compositions = learnt;
    versions = workflows.stream().map(w -> new Version(w, w.version())).toList();
    actions =
        workflows.stream()
            .flatMap(workflow -> workflow.stages().stream())
            .map(Stage::action)
            .collect(Collectors.toUnmodifiableSet());
  }

  void published(String root, long startMs, String activation, String action, long nowMs) {
    JoinedInstance known = open.get(root);
    boolean conducts = compositions.contains(action);
    if (!actions.contains(action)
        && !conducts
        && (known == null || known.composition().isEmpty())) {
      if (known != null) {
        known.foreign();
      }
      return;
    }
    open.computeIfAbsent(
            root,
            r -> new JoinedInstance(r, startMs, conducts ? Optional.of(action) : Optional.empty()))
        .published(activation, action, nowMs);
    if (open.size() > mostInstances) {
      Iterator<JoinedInstance> oldest = open.values().iterator();
      oldest.next();
      oldest.remove();
      unfinished++;
    }
  }

  void completed(String root, String activation, long nowMs) {
    JoinedInstance instance = open.get(root);
    if (instance != null) {
      instance.completed(activation, nowMs);
    }
  }

  void observed(String invoker, StageObserved run, long nowMs) {
    JoinedInstance instance = open.get(run.root());
    if (instance == null || !instance.observed(invoker, run, nowMs)) {
      strays++;
      return;
    }
    List<Version> fitting = fitting(instance);
    if (fitting.size() == 1 && instance.completes(fitting.get(0).workflow())) {
      close(instance);
    }
  }

  /** The instances that have been closed since the last call. */
  List<WorkflowObserved> closed(long nowMs) {
    for (JoinedInstance instance : List.copyOf(open.values())) {
      long quiet = nowMs - instance.touchedMs();
      if (quiet >= timeoutMs || (instance.isIdle() && quiet >= SETTLE_MS)) {
        close(instance);
      }
    }
    List<WorkflowObserved> result = List.copyOf(closed);
    closed.clear();
    return result;
  }

  /** What compositions ran in the instances that have been closed since the last call. */
  List<CompositionRun> compositionRuns() {
    List<CompositionRun> result = List.copyOf(compositionRuns);
    compositionRuns.clear();
    return result;
  }

  private void close(JoinedInstance instance) {
    open.remove(instance.root());
    instance
        .composition()
        .ifPresent(
            composition ->
                instance
                    .shape()
                    .ifPresent(ran -> compositionRuns.add(new CompositionRun(composition, ran))));
    List<Version> fitting = fitting(instance);
    Optional<Version> complete =
        fitting.stream().filter(version -> instance.completes(version.workflow())).findFirst();
    Optional<Version> version =
        complete.isEmpty() && fitting.size() == 1 && instance.isIdle()
            ? Optional.of(fitting.get(0))
            : complete;
    if (version.isPresent()) {
      closed.add(instance.as(version.get().workflow(), version.get().name()));
    } else {
      unfinished++;
    }
  }

  private List<Version> fitting(JoinedInstance instance) {
    return versions.stream().filter(version -> instance.fits(version.workflow())).toList();
  }

  int open() {
    return open.size();
  }

  /** How many observations belonged to no instance here, or came twice. */
  long strays() {
    return strays;
  }

  /** How many instances could not be told whole. */
  long unfinished() {
    return unfinished;
  }
}
