/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import io.aquatope.exchange.join.JoinedWorkflows.Owned;
import io.aquatope.exchange.message.InstanceReport;
import io.aquatope.exchange.message.StageReport;
import io.aquatope.exchange.workflow.observation.StageOutcome;
import io.aquatope.exchange.workflow.observation.WorkflowInstance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The known activations of one namespace that descend from one transaction. It is abandoned once it
 * can no longer be an instance of any workflow, so it never holds more activations than such a
 * workflow has. The key of an abandoned instance is kept, so that later activations do not start an
 * instance of their own.
 */
final class JoinedInstance {

  /**
   * Maximum number of activations of a composition that are learnt from. OpenWhisk allows half as
   * many conductor and component actions.
   */
  private static final int MOST_LEARNT = 300;

  private record Seen(String invoker, StageReport run, long endMs) {}

  private final OpenInstances.Key key;
  private final long startMs;
  private final long openedMs;
  private final Optional<String> composition;
  private final Set<String> awaited = new HashSet<>();
  private final Map<String, Seen> runs = new HashMap<>();
  private final Map<String, Integer> actions = new TreeMap<>();
  private final List<String> inOrder = new ArrayList<>();
  private final Map<String, Long> completions = new HashMap<>();
  private List<WorkflowVersion> candidates = List.of();
  private Owned own = Owned.NONE;
  private Owned operators = Owned.NONE;
  private boolean fresh = true;
  private boolean abandoned;
  private long touchedMs;

  /**
   * @param startMs start of the transaction
   * @param openedMs time at which its first activation was published, by the same clock
   * @param composition the composition whose conductor runs first, if it asks for a target
   */
  JoinedInstance(OpenInstances.Key key, long startMs, long openedMs, Optional<String> composition) {
    this.key = key;
    this.startMs = startMs;
    this.openedMs = openedMs;
    this.touchedMs = openedMs;
    this.composition = composition;
  }

  OpenInstances.Key key() {
    return key;
  }

  Optional<String> composition() {
    return composition;
  }

  /**
   * Records an activation, unless this instance is abandoned. Abandons it if it fits no workflow
   * and belongs to no composition to be learnt.
   */
  void published(String activation, String action, JoinedWorkflows workflows, long nowMs) {
    if (abandoned || runs.containsKey(activation) || !awaited.add(activation)) {
      return;
    }
    touchedMs = nowMs;
    int times = actions.merge(action, 1, Integer::sum);
    if (isLearnt()) {
      inOrder.add(action);
    }
    if (!refreshed(workflows)) {
      candidates = fitting(candidates, action, times);
    }
    if (candidates.isEmpty() && !isLearnt()) {
      abandon();
    }
  }

  /** Uses no streams, because every activation passes here. */
  private static List<WorkflowVersion> fitting(
      List<WorkflowVersion> candidates, String action, int times) {
    List<WorkflowVersion> fitting = new ArrayList<>(candidates.size());
    for (WorkflowVersion one : candidates) {
      if (times <= one.runsOf(action)) {
        fitting.add(one);
      }
    }
    return fitting.size() == candidates.size() ? candidates : fitting;
  }

  /**
   * Whether the workflows have changed since the last check. If so, all of them were checked again.
   */
  private boolean refreshed(JoinedWorkflows workflows) {
    Owned ownNow = workflows.of(key.namespace());
    Owned operatorsNow = workflows.operators();
    if (!fresh && ownNow == own && operatorsNow == operators) {
      return false;
    }
    fresh = false;
    own = ownNow;
    operators = operatorsNow;
    List<WorkflowVersion> fitting = List.of();
    boolean first = true;
    for (Map.Entry<String, Integer> ran : actions.entrySet()) {
      fitting =
          fitting(
              first ? workflows.running(key.namespace(), ran.getKey()) : fitting,
              ran.getKey(),
              ran.getValue());
      first = false;
    }
    candidates = fitting;
    return true;
  }

  private boolean isLearnt() {
    return composition.isPresent() && inOrder.size() <= MOST_LEARNT;
  }

  private void abandon() {
    abandoned = true;
    candidates = List.of();
    awaited.clear();
    runs.clear();
    actions.clear();
    inOrder.clear();
    completions.clear();
  }

  boolean isAbandoned() {
    return abandoned;
  }

  /** The workflows of which this may be or become an instance. */
  List<WorkflowVersion> candidates(JoinedWorkflows workflows) {
    var unused = !abandoned && refreshed(workflows);
    return candidates;
  }

  /** The actions that ran, in the order in which they were published, if all of them succeeded. */
  Optional<List<String>> shape() {
    return isIdle()
            && isLearnt()
            && runs.values().stream().allMatch(seen -> seen.run().execution().succeeded())
        ? Optional.of(List.copyOf(inOrder))
        : Optional.empty();
  }

  /** Records the time at which the result of an activation arrived. */
  void completed(String activation, long endMs) {
    if (awaited.contains(activation) || runs.containsKey(activation)) {
      completions.put(activation, endMs);
    }
  }

  /**
   * Records a run; false if it was recorded before or does not belong to this instance.
   *
   * @param endMs end of the run; not before its publication, whatever the invoker's clock says
   */
  boolean observed(String invoker, StageReport run, long endMs, long nowMs) {
    if (!awaited.remove(run.activation())) {
      return false;
    }
    touchedMs = nowMs;
    long earliestMs =
        openedMs + Math.min(nowMs - openedMs, Math.round(run.execution().seconds() * 1_000));
    runs.put(run.activation(), new Seen(invoker, run, endMs < openedMs ? earliestMs : endMs));
    return true;
  }

  /** Whether everything that was published has been observed. */
  boolean isIdle() {
    return !abandoned && awaited.isEmpty();
  }

  long touchedMs() {
    return touchedMs;
  }

  long openedMs() {
    return openedMs;
  }

  /** Whether each stage of a workflow that it fits has run as often as it should. */
  boolean completes(WorkflowVersion version) {
    return awaited.isEmpty()
        && version.workflow().stages().stream()
            .allMatch(stage -> actions.getOrDefault(stage.action(), 0) == stage.repeat());
  }

  InstanceReport as(WorkflowVersion version) {
    List<Seen> byEnd = new ArrayList<>(runs.values());
    byEnd.sort(
        Comparator.comparingLong((Seen seen) -> seen.run().execution().endMs())
            .thenComparing(seen -> seen.run().activation()));
    Map<String, StageOutcome> stages = new TreeMap<>();
    long endMs = startMs;
    long observedMs = 0;
    boolean succeeded = completes(version);
    for (Seen seen : byEnd) {
      int stage = version.stageOf(seen.run().action());
      stages.merge(
          version.workflow().stages().get(stage).name(),
          seen.run().execution().on(seen.invoker()),
          StageOutcome::plus);
      endMs = Math.max(endMs, endOf(seen));
      observedMs = Math.max(observedMs, seen.run().execution().endMs());
      succeeded &= seen.run().execution().succeeded();
    }
    WorkflowInstance instance = new WorkflowInstance(Math.max(0, endMs - startMs), stages);
    return new InstanceReport(
        version.workflow().name(),
        version.fingerprint(),
        key.root(),
        succeeded,
        observedMs,
        instance);
  }

  /** The time at which the result arrived, if it was reported. The invoker's clock may differ. */
  private long endOf(Seen seen) {
    return completions.getOrDefault(seen.run().activation(), seen.endMs());
  }
}
