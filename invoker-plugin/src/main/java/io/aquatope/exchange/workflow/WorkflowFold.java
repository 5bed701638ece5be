/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import io.aquatope.exchange.workflow.observation.StageLocations;
import io.aquatope.exchange.workflow.observation.StageOutcome;
import io.aquatope.exchange.workflow.observation.WorkflowInstance;
import io.aquatope.exchange.workflow.observation.WorkflowStats;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Derives a workflow's state from its records. Pure: the same records lead to the same state. */
public final class WorkflowFold {

  private static final int NOT_KNOWN = -1;

  private WorkflowFold() {}

  /**
   * The state under another definition. If the stages differ, tuning restarts with the recalled
   * runs of the stages that stay. If only the target differs, all evidence is kept.
   */
  public static WorkflowState defined(WorkflowState state, Workflow next) {
    if (next.equals(state.definition())) {
      return state;
    }
    WorkflowState first = WorkflowState.first(next);
    boolean sameStages =
        next.owner().equals(state.definition().owner())
            && next.stages().equals(state.definition().stages())
            && next.rules().milliCores().equals(state.definition().rules().milliCores());
    return sameStages
        ? new WorkflowState(
            next,
            first.version(),
            LimitDecision.first(state.decision().choice()),
            TuningRound.awaited(state.round().number() + 1),
            state.evidence(),
            state.placement(),
            state.load())
        : new WorkflowState(
            next,
            first.version(),
            first.decision(),
            TuningRound.awaited(state.round().number() + 1),
            state.evidence().recalled(state.definition(), next),
            first.placement(),
            first.load());
  }

  /**
   * The state after an instance. An instance of another version changes nothing.
   *
   * @param version of the definition that the instance was joined by
   * @param endMs end of its last stage, in milliseconds since 1970
   */
  public static WorkflowState observed(
      WorkflowState state, String version, long endMs, WorkflowInstance instance) {
    if (!version.equals(state.version())) {
      return state;
    }
    Workflow definition = state.definition();
    StageLocations placement = state.placement();
    WorkflowStats load = state.load().called(endMs);
    for (int s = 0; s < definition.stages().size(); s++) {
      StageOutcome run = instance.stages().get(definition.stages().get(s).name());
      if (run != null) {
        placement = placement.seen(s, run);
        load = load.seen(s, run);
      }
    }
    List<Integer> limits = limits(definition, instance, false);
    List<Integer> warm = limits(definition, instance, true);
    WorkflowState seen =
        new WorkflowState(
            definition,
            state.version(),
            state.decision(),
            state.round().seen(warm),
            limits.contains(NOT_KNOWN)
                ? state.evidence()
                : state.evidence().plus(run(definition, instance, limits)),
            placement,
            load);
    return watched(seen, instance, limits);
  }

  /**
   * Counts an instance that ran under the choice in force or with larger limits, as happens if
   * another workflow chose more for a shared action. Gives the choice up if the target is missed.
   * If a stage failed, the later stages were skipped. If none failed and yet some are missing, the
   * action itself ended the instance, which says nothing about the limits.
   */
  private static WorkflowState watched(
      WorkflowState state, WorkflowInstance instance, List<Integer> limits) {
    boolean failed = instance.stages().values().stream().anyMatch(run -> !run.succeeded());
    List<Integer> choice = state.decision().choice();
    if (failed ? !ranUnder(choice, state.definition(), instance) : !atLeast(limits, choice)) {
      return state;
    }
    boolean broken = failed || instance.latencyMs() > state.definition().qosMs();
    boolean cold = instance.stages().values().stream().anyMatch(StageOutcome::cold);
    LimitDecision decision = state.decision().seen(cold, broken);
    List<Integer> mostGenerous = state.definition().mostGenerous();
    if (!decision.watch().suffers(state.definition().plannedQuantile())) {
      return with(state, decision, state.round());
    }
    return choice.equals(mostGenerous)
        ? with(state, decision.watchedAnew(), state.round())
        : next(state, decision.rolledBack(mostGenerous));
  }

  private static boolean atLeast(List<Integer> limits, List<Integer> choice) {
    return IntStream.range(0, choice.size()).allMatch(s -> limits.get(s) >= choice.get(s));
  }

  /** Whether all stages that ran did so under a choice, or with larger limits. */
  private static boolean ranUnder(
      List<Integer> choice, Workflow definition, WorkflowInstance instance) {
    return IntStream.range(0, choice.size())
        .allMatch(
            s -> {
              WorkflowStage stage = definition.stages().get(s);
              return !instance.stages().containsKey(stage.name())
                  || limit(definition, instance, s, false) >= choice.get(s);
            });
  }

  private static List<Integer> limits(
      Workflow definition, WorkflowInstance instance, boolean warm) {
    return IntStream.range(0, definition.stages().size())
        .mapToObj(s -> limit(definition, instance, s, warm))
        .toList();
  }

  /**
   * The rules' limit that a stage had from beginning to end. A stage that is not tuned has only one
   * limit, whatever its owner set.
   */
  private static int limit(
      Workflow definition, WorkflowInstance instance, int stage, boolean warm) {
    StageOutcome run = instance.stages().get(definition.stages().get(stage).name());
    if (run == null || !(run.seconds() > 0) || (warm && run.cold())) {
      return NOT_KNOWN;
    }
    if (!definition.tunes(stage)) {
      return 0;
    }
    if (!run.steady()) {
      return NOT_KNOWN;
    }
    int index = Collections.binarySearch(definition.rules().milliCores(), run.milliCores());
    return index < 0 ? NOT_KNOWN : index;
  }

  private static TuningRun run(
      Workflow definition, WorkflowInstance instance, List<Integer> limits) {
    List<StageOutcome> runs =
        definition.stages().stream()
            .map(stage -> Objects.requireNonNull(instance.stages().get(stage.name())))
            .toList();
    return new TuningRun(
        limits,
        runs.stream().map(StageOutcome::seconds).toList(),
        runs.stream().map(StageOutcome::cold).toList(),
        runs.stream().map(run -> !run.succeeded()).toList(),
        instance.latencyMs() / 1000.0);
  }

  /** The first proposal for a round begins it. A proposal without candidates ends it. */
  public static WorkflowState proposed(
      WorkflowState state, String version, int round, List<List<Integer>> candidates) {
    Workflow definition = state.definition();
    if (!version.equals(state.version())
        || round != state.round().number()
        || state.round().inProgress()
        || !definition.tunesAny()
        || !state.decision().isSettled(definition.rules())
        || !candidates.stream().allMatch(definition::admits)) {
      return state;
    }
    return candidates.isEmpty()
        ? next(state, state.decision().concluded(state.decision().choice()))
        : with(state, state.decision(), state.round().begun(candidates));
  }

  /** The first conclusion of a round that has enough instances ends it. */
  public static WorkflowState concluded(
      WorkflowState state, String version, int round, List<Integer> choice) {
    if (!version.equals(state.version())
        || round != state.round().number()
        || !state.round().isComplete(state.definition().rules())
        || !state.definition().admits(choice)
        || state.decision().rejected().contains(choice)) {
      return state;
    }
    return next(state, state.decision().concluded(choice));
  }

  /** Records recommended memory limits, one for each stage. Stages of other owners have none. */
  public static WorkflowState advised(
      WorkflowState state, String version, List<Integer> megabytes) {
    return version.equals(state.version()) && megabytes.size() == state.definition().stages().size()
        ? new WorkflowState(
            state.definition(),
            state.version(),
            state.decision(),
            state.round(),
            state.evidence(),
            state.placement(),
            state.load().advised(ofTuned(state.definition(), megabytes)))
        : state;
  }

  private static List<Integer> ofTuned(Workflow definition, List<Integer> megabytes) {
    return IntStream.range(0, megabytes.size())
        .mapToObj(s -> definition.tunes(s) ? megabytes.get(s) : 0)
        .toList();
  }

  private static WorkflowState next(WorkflowState state, LimitDecision decision) {
    return with(state, decision, TuningRound.awaited(state.round().number() + 1));
  }

  private static WorkflowState with(
      WorkflowState state, LimitDecision decision, TuningRound round) {
    return new WorkflowState(
        state.definition(),
        state.version(),
        decision,
        round,
        state.evidence(),
        state.placement(),
        state.load());
  }
}
