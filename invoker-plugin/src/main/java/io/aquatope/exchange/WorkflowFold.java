/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How a workflow's state follows from its records. Pure: the same records lead to the same state.
 */
final class WorkflowFold {

  private static final int NOT_KNOWN = -1;

  private WorkflowFold() {}

  /** A definition of other stages begins anew; another target keeps what was learnt. */
  static WorkflowState defined(WorkflowState state, WorkflowDefined next) {
    if (next.equals(state.definition())) {
      return state;
    }
    WorkflowState first = WorkflowState.first(next);
    boolean sameStages =
        next.stages().equals(state.definition().stages())
            && next.rules().milliCores().equals(state.definition().rules().milliCores());
    return sameStages
        ? new WorkflowState(
            next,
            first.version(),
            Decision.first(state.decision().choice()),
            Round.awaited(state.round().number() + 1),
            state.evidence(),
            state.placement())
        : new WorkflowState(
            next,
            first.version(),
            first.decision(),
            Round.awaited(state.round().number() + 1),
            first.evidence(),
            first.placement());
  }

  static WorkflowState observed(WorkflowState state, WorkflowObserved instance) {
    if (!instance.version().equals(state.version())) {
      return state;
    }
    WorkflowDefined definition = state.definition();
    Placement placement = state.placement();
    for (int s = 0; s < definition.stages().size(); s++) {
      StageSeen run = instance.stages().get(definition.stages().get(s).name());
      placement = run == null ? placement : placement.seen(s, run);
    }
    List<Integer> limits =
        definition.stages().stream().map(s -> limit(definition, instance, s, false)).toList();
    List<Integer> warm =
        definition.stages().stream().map(s -> limit(definition, instance, s, true)).toList();
    WorkflowState seen =
        new WorkflowState(
            definition,
            state.version(),
            state.decision(),
            state.round().seen(warm),
            limits.contains(NOT_KNOWN)
                ? state.evidence()
                : state.evidence().plus(run(definition, instance, limits)),
            placement);
    return watched(seen, instance, limits);
  }

  /** Counts what ran under the choice in force, and gives it up if the target suffers. */
  private static WorkflowState watched(
      WorkflowState state, WorkflowObserved instance, List<Integer> limits) {
    boolean failed = instance.stages().values().stream().anyMatch(run -> !run.succeeded());
    if (!limits.equals(state.decision().choice()) && !failed) {
      return state;
    }
    if (!ranUnder(state, instance)) {
      return state;
    }
    boolean broken = failed || instance.latencyMs() > state.definition().qosMs();
    boolean cold = instance.stages().values().stream().anyMatch(StageSeen::cold);
    Decision decision = state.decision().seen(cold, broken);
    List<Integer> mostGenerous = state.definition().mostGenerous();
    if (!decision.watch().suffers(state.definition().quantile())) {
      return with(state, decision, state.round());
    }
    return decision.choice().equals(mostGenerous)
        ? with(state, decision.watchedAnew(), state.round())
        : next(state, decision.rolledBack(mostGenerous));
  }

  /** Whether all stages that ran did so under the choice in force. */
  private static boolean ranUnder(WorkflowState state, WorkflowObserved instance) {
    WorkflowDefined definition = state.definition();
    return IntStream.range(0, definition.stages().size())
        .allMatch(
            s -> {
              StageDefined stage = definition.stages().get(s);
              return !instance.stages().containsKey(stage.name())
                  || limit(definition, instance, stage, false) == state.decision().choice().get(s);
            });
  }

  /** Which of the rules' limits a stage had from beginning to end. */
  private static int limit(
      WorkflowDefined definition, WorkflowObserved instance, StageDefined stage, boolean warm) {
    StageSeen run = instance.stages().get(stage.name());
    if (run == null || !run.steady() || !(run.seconds() > 0) || (warm && run.cold())) {
      return NOT_KNOWN;
    }
    int index = Collections.binarySearch(definition.rules().milliCores(), run.milliCores());
    return index < 0 ? NOT_KNOWN : index;
  }

  private static Run run(
      WorkflowDefined definition, WorkflowObserved instance, List<Integer> limits) {
    List<StageSeen> runs =
        definition.stages().stream()
            .map(stage -> Objects.requireNonNull(instance.stages().get(stage.name())))
            .toList();
    return new Run(
        limits,
        runs.stream().map(StageSeen::seconds).toList(),
        runs.stream().map(StageSeen::cold).toList(),
        runs.stream().map(run -> !run.succeeded()).toList(),
        instance.latencyMs() / 1000.0);
  }

  /** The first proposal for a round begins it; one without candidates ends it. */
  static WorkflowState proposed(WorkflowState state, RoundProposed proposal) {
    WorkflowDefined definition = state.definition();
    if (!proposal.version().equals(state.version())
        || proposal.round() != state.round().number()
        || state.round().inProgress()
        || !state.decision().isSettled(definition.rules())
        || !proposal.candidates().stream().allMatch(definition::admits)) {
      return state;
    }
    return proposal.candidates().isEmpty()
        ? next(state, state.decision().concluded(state.decision().choice()))
        : with(state, state.decision(), state.round().begun(proposal.candidates()));
  }

  /** The first conclusion of a round that has seen enough ends it. */
  static WorkflowState concluded(WorkflowState state, RoundConcluded conclusion) {
    if (!conclusion.version().equals(state.version())
        || conclusion.round() != state.round().number()
        || !state.round().isComplete(state.definition().rules())
        || !state.definition().admits(conclusion.choice())
        || state.decision().rejected().contains(conclusion.choice())) {
      return state;
    }
    return next(state, state.decision().concluded(conclusion.choice()));
  }

  private static WorkflowState next(WorkflowState state, Decision decision) {
    return with(state, decision, Round.awaited(state.round().number() + 1));
  }

  private static WorkflowState with(WorkflowState state, Decision decision, Round round) {
    return new WorkflowState(
        state.definition(), state.version(), decision, round, state.evidence(), state.placement());
  }
}
