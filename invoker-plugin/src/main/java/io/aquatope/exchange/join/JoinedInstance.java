/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import io.aquatope.exchange.message.StageObserved;
import io.aquatope.exchange.message.WorkflowObserved;
import io.aquatope.exchange.workflow.Instance;
import io.aquatope.exchange.workflow.StageSeen;
import io.aquatope.exchange.workflow.Workflow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The activations that descend from one transaction, as far as they are known. */
final class JoinedInstance {

  private record Seen(String invoker, StageObserved run) {

    StageSeen stage() {
      return new StageSeen(
          invoker,
          run.milliCores(),
          run.memoryMb(),
          run.memoryPeakMb(),
          run.seconds(),
          run.steady(),
          run.cold(),
          run.succeeded());
    }
  }

  private final String root;
  private final long startMs;
  private final Optional<String> composition;
  private final Set<String> awaited = new HashSet<>();
  private final Map<String, Seen> runs = new HashMap<>();
  private final Map<String, Integer> actions = new TreeMap<>();
  private final List<String> inOrder = new ArrayList<>();
  private final Map<String, Long> completions = new HashMap<>();
  private long touchedMs;
  private boolean foreign;

  /**
   * @param composition whose conductor is what runs first, if it is one that asks for a target
   */
  JoinedInstance(String root, long startMs, Optional<String> composition) {
    this.root = root;
    this.startMs = startMs;
    this.composition = composition;
  }

  String root() {
    return root;
  }

  void published(String activation, String action, long nowMs) {
    touchedMs = nowMs;
    if (!runs.containsKey(activation) && awaited.add(activation)) {
      actions.merge(action, 1, Integer::sum);
      inOrder.add(action);
    }
  }

  Optional<String> composition() {
    return composition;
  }

  /** What ran, in the order in which it was published, if all of it succeeded. */
  Optional<List<String>> shape() {
    return isIdle() && runs.values().stream().allMatch(seen -> seen.run().succeeded())
        ? Optional.of(List.copyOf(inOrder))
        : Optional.empty();
  }

  /** It has a part that belongs to no workflow. */
  void foreign() {
    foreign = true;
  }

  void completed(String activation, long nowMs) {
    touchedMs = nowMs;
    completions.put(activation, nowMs);
  }

  /** Takes note of a run; false if it was there before, or is no part of this. */
  boolean observed(String invoker, StageObserved run, long nowMs) {
    if (!awaited.remove(run.activation())) {
      return false;
    }
    touchedMs = nowMs;
    runs.put(run.activation(), new Seen(invoker, run));
    return true;
  }

  /** Whether everything that was published has been observed. */
  boolean isIdle() {
    return awaited.isEmpty();
  }

  long touchedMs() {
    return touchedMs;
  }

  /** Whether it may become, or is, an instance of a workflow. */
  boolean fits(Workflow workflow) {
    return !foreign
        && actions.entrySet().stream()
            .allMatch(
                action -> {
                  int stage = workflow.stageOf(action.getKey());
                  return stage >= 0 && action.getValue() <= workflow.stages().get(stage).repeat();
                });
  }

  /** Whether each stage of a workflow that it fits has run as often as it should. */
  boolean completes(Workflow workflow) {
    return awaited.isEmpty()
        && workflow.stages().stream()
            .allMatch(stage -> actions.getOrDefault(stage.action(), 0) == stage.repeat());
  }

  WorkflowObserved as(Workflow workflow, String version) {
    List<Seen> byEnd = new ArrayList<>(runs.values());
    byEnd.sort(
        Comparator.comparingLong((Seen seen) -> seen.run().endMs())
            .thenComparing(seen -> seen.run().activation()));
    Map<String, StageSeen> stages = new TreeMap<>();
    long endMs = startMs;
    long observedMs = 0;
    boolean succeeded = completes(workflow);
    for (Seen seen : byEnd) {
      int stage = workflow.stageOf(seen.run().action());
      stages.merge(workflow.stages().get(stage).name(), seen.stage(), StageSeen::plus);
      endMs = Math.max(endMs, endOf(seen.run()));
      observedMs = Math.max(observedMs, seen.run().endMs());
      succeeded &= seen.run().succeeded();
    }
    Instance instance = new Instance(Math.max(0, endMs - startMs), stages);
    return new WorkflowObserved(workflow.name(), version, root, succeeded, observedMs, instance);
  }

  /** By this controller's own clock, if it was told. */
  private long endOf(StageObserved run) {
    return completions.getOrDefault(run.activation(), run.endMs());
  }
}
