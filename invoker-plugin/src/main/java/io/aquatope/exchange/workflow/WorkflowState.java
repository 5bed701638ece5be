/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import io.aquatope.exchange.FieldChecks;
import io.aquatope.exchange.workflow.observation.StageLocations;
import io.aquatope.exchange.workflow.observation.WorkflowStats;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The full state of a workflow.
 *
 * @param version of the definition
 */
public record WorkflowState(
    Workflow definition,
    String version,
    LimitDecision decision,
    TuningRound round,
    TuningEvidence evidence,
    StageLocations placement,
    WorkflowStats load) {

  /** The first state. The most generous limits are in force until a round has found better ones. */
  public static WorkflowState first(Workflow definition) {
    return new WorkflowState(
        definition,
        definition.version(),
        LimitDecision.first(definition.mostGenerous()),
        TuningRound.awaited(1),
        TuningEvidence.NONE,
        StageLocations.unknown(definition.stages().size()),
        WorkflowStats.unknown(definition.stages().size()));
  }

  /**
   * Checks a state that comes from another process.
   *
   * @throws IllegalArgumentException naming the part that does not fit the definition
   */
  public void requireConsistent() {
    admitted("decision.choice", List.of(decision.choice()));
    admitted("decision.fallback", List.of(decision.fallback()));
    admitted("decision.rejected", decision.rejected());
    admitted("round.candidates", round.candidates());
    admitted("evidence", evidence.runs().stream().map(TuningRun::choice).toList());
    round.tried().forEach(row -> ofAllStages("round.tried", row));
    for (TuningRun run : evidence.runs()) {
      ofAllStages("evidence.seconds", run.seconds());
      ofAllStages("evidence.cold", run.cold());
      ofAllStages("evidence.failed", run.failed());
    }
    FieldChecks.that(
        evidence.recalled().stream().allMatch(run -> definition.stageOf(run.action()) >= 0),
        "evidence.recalled",
        evidence.recalled(),
        "runs of the definition's actions");
    ofAllStages("placement.ranBy", placement.ranBy());
    ofAllStages("placement.memoryMb", placement.memoryMb());
    ofAllStages("load.memory", load.memory());
  }

  private void admitted(String field, List<List<Integer>> choices) {
    FieldChecks.that(
        choices.stream().allMatch(definition::admits), field, choices, "choices of the definition");
  }

  private void ofAllStages(String field, List<?> values) {
    int stages = definition.stages().size();
    FieldChecks.that(values.size() == stages, field, values, stages + " of them");
  }

  /**
   * The candidate that an invoker tries. An invoker that runs all stages tries a candidate of its
   * own. If the stages are spread over invokers, all try one candidate after the other, so that no
   * instance mixes two.
   *
   * @param present the live invokers
   */
  public Optional<List<Integer>> trialOf(String invoker, Set<String> present) {
    List<List<Integer>> open = round.open(definition.rules());
    if (open.isEmpty() || round.isComplete(definition.rules())) {
      return Optional.empty();
    }
    List<String> everywhere = placement.within(present).everywhere();
    if (everywhere.isEmpty()) {
      return Optional.of(open.get(0));
    }
    int place = everywhere.indexOf(invoker);
    return place < 0 ? Optional.empty() : Optional.of(open.get(place % open.size()));
  }

  /**
   * Whether it has been called since it was defined. A workflow that has not must not hold up
   * others.
   */
  public boolean isInUse() {
    return load.pace().lastMs() > 0;
  }

  /**
   * Number of decisions that this state rests on. It grows with the part of the log that was read.
   */
  public int revision() {
    return 2 * round.number() + (round.inProgress() ? 1 : 0);
  }
}
