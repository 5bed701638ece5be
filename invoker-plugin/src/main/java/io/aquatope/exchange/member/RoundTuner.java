/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import io.aquatope.exchange.message.RoundConcluded;
import io.aquatope.exchange.message.RoundProposed;
import io.aquatope.exchange.workflow.LimitDecision;
import io.aquatope.exchange.workflow.PriorStageRun;
import io.aquatope.exchange.workflow.TuningRun;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowStage;
import io.aquatope.exchange.workflow.WorkflowState;
import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.ResourcePrices;
import io.aquatope.models.workflow.StageConfiguration;
import io.aquatope.models.workflow.StageRun;
import io.aquatope.models.workflow.StageSpace;
import io.aquatope.models.workflow.WorkflowProblem;
import io.aquatope.models.workflow.WorkflowRun;
import io.aquatope.models.workflow.search.CompositeTuner;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * Computation of a round: trains the optimiser on the remembered runs and queries it. The time that
 * the stages do not account for (waiting, controllers, network) is subtracted from the target
 * first. Takes up to about a second.
 *
 * <p>The same state gives the same answer, whatever was computed before. So an invoker that decides
 * after another one, or has started from a checkpoint, decides alike. Hence nothing is kept from
 * round to round. Between two rounds, the stages' part of the target, the price of held memory and
 * the seed change, and runs are both added to the evidence and forgotten.
 */
final class RoundTuner {

  private static final double UNACCOUNTED_PERCENTILE = 90;
  private static final int REVIEW_EVERY = 10;

  /**
   * The only limit of a stage that belongs to another owner. It stands for the limit that this
   * owner set. As there is no alternative, its price is the same for all choices.
   */
  private static final int UNTOUCHED_MILLI_CORES = 1_000;

  private final int batch;

  /**
   * @param batch number of candidates to propose
   */
  RoundTuner(int batch) {
    this.batch = batch;
  }

  /** The next candidates; none if nothing is worth trying. */
  RoundProposed propose(WorkflowState state, ExchangeState all) {
    List<List<Integer>> candidates =
        isHopeless(state)
            ? List.of()
            : taught(state).ask(batch).stream()
                .map(choice -> SharedActions.raised(plain(choice), state, all))
                .distinct()
                .filter(choice -> isNew(state, choice))
                .toList();
    return new RoundProposed(
        state.definition().name(), state.version(), state.round().number(), candidates);
  }

  /** The choice to use after the round in progress. */
  RoundConcluded conclude(WorkflowState state, ExchangeState all) {
    List<Integer> present = state.decision().choice();
    List<Integer> best =
        isHopeless(state)
            ? present
            : SharedActions.raised(plain(taught(state).recommend()), state, all);
    return new RoundConcluded(
        state.definition().name(),
        state.version(),
        state.round().number(),
        isNew(state, best) ? best : present);
  }

  private static boolean isNew(WorkflowState state, List<Integer> choice) {
    LimitDecision decision = state.decision();
    return !choice.equals(decision.choice()) && !decision.rejected().contains(choice);
  }

  /** Whether there are no runs to learn from, or no time left for the stages. */
  private static boolean isHopeless(WorkflowState state) {
    return state.evidence().runs().isEmpty() || targetSeconds(state) <= 0;
  }

  private CompositeTuner taught(WorkflowState state) {
    CompositeTuner tuner = new CompositeTuner(problem(state), state.round().number());
    state.evidence().recalled().forEach(run -> recall(tuner, state.definition(), run));
    int told = 0;
    for (TuningRun run : state.evidence().runs()) {
      tuner.tell(Choice.of(Ints.toArray(run.choice())), observed(run));
      // A surprising run is noticed only against the prediction of an earlier review.
      if (++told % REVIEW_EVERY == 0) {
        tuner.review();
      }
    }
    tuner.review();
    return tuner;
  }

  private static void recall(CompositeTuner tuner, Workflow definition, PriorStageRun run) {
    int limit = Collections.binarySearch(definition.rules().milliCores(), run.milliCores());
    if (limit >= 0 && definition.tunes(definition.stageOf(run.action()))) {
      tuner.recall(
          definition.stageOf(run.action()), limit, StageRun.warm(run.seconds(), !run.failed()));
    }
  }

  private static WorkflowProblem problem(WorkflowState state) {
    Workflow definition = state.definition();
    ImmutableList.Builder<StageSpace> spaces = ImmutableList.builder();
    for (int s = 0; s < definition.stages().size(); s++) {
      WorkflowStage stage = definition.stages().get(s);
      double gib = Math.max(1, state.placement().memoryMb().get(s)) / 1024.0;
      List<Integer> limits =
          definition.tunes(s) ? definition.rules().milliCores() : List.of(UNTOUCHED_MILLI_CORES);
      spaces.add(
          new StageSpace(
              stage.name(),
              stage.action(),
              limits.stream()
                  .map(milli -> new StageConfiguration(milli / 1000.0, gib))
                  .collect(ImmutableList.toImmutableList())));
    }
    return new WorkflowProblem(
            definition.graph(),
            spaces.build(),
            prices(state),
            targetSeconds(state),
            definition.quantile())
        .planned(definition.rules().margin());
  }

  /** Memory is held between instances, too. */
  private static ResourcePrices prices(WorkflowState state) {
    return new ResourcePrices(state.definition().cpuSecond(), state.definition().gbSecond())
        .held(
            state.load().pace().gapSeconds(),
            state.evidence().runs().stream()
                .flatMap(run -> run.seconds().stream())
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(1));
  }

  /** The target minus the time that the stages do not account for. */
  private static double targetSeconds(WorkflowState state) {
    double[] unaccounted =
        state.evidence().runs().stream()
            .filter(run -> !run.cold().contains(true) && !run.failed().contains(true))
            .mapToDouble(
                run ->
                    run.latencySeconds()
                        - state
                            .definition()
                            .graph()
                            .endToEnd(
                                run.seconds().stream().mapToDouble(Double::doubleValue).toArray()))
            .toArray();
    double off =
        unaccounted.length == 0
            ? 0
            : Math.max(0, new Percentile(UNACCOUNTED_PERCENTILE).evaluate(unaccounted));
    return state.definition().qosMs() / 1000.0 - off;
  }

  /**
   * The stages as they run once their containers are ready, so that a cold start makes no run an
   * outlier.
   */
  private static WorkflowRun observed(TuningRun run) {
    return new WorkflowRun(
        IntStream.range(0, run.seconds().size())
            .mapToObj(s -> StageRun.warm(run.seconds().get(s), !run.failed().get(s)))
            .collect(ImmutableList.toImmutableList()));
  }

  private static List<Integer> plain(Choice choice) {
    return Ints.asList(choice.toArray());
  }
}
