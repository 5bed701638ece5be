/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.status;

import io.aquatope.exchange.workflow.LimitDecision;
import io.aquatope.exchange.workflow.TuningRound;
import io.aquatope.exchange.workflow.WorkflowStage;
import io.aquatope.exchange.workflow.WorkflowState;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A workflow and the state of its tuning. Limits are in cores, one for each stage; 0 where the
 * action belongs to somebody else, whose limit stays.
 *
 * @param targetSeconds end-to-end latency that {@code quantile} of the instances are to keep
 * @param limits in force
 * @param instances that were watched under these limits, old ones counting less
 * @param broken those of them that took too long, or failed
 * @param round counts from 1
 * @param trials what the round tries; none between rounds
 * @param rejected limits under which the target suffered, the latest last
 */
public record WorkflowStatus(
    String name,
    double targetSeconds,
    double quantile,
    List<String> actions,
    List<Double> limits,
    int instances,
    int broken,
    int round,
    List<Trial> trials,
    List<List<Double>> rejected) {

  private static final double MILLI = 1000;

  /**
   * A candidate.
   *
   * @param runs of each stage under its limit so far
   * @param needed how many runs of each stage it needs
   */
  public record Trial(List<Double> limits, List<Integer> runs, int needed) {}

  static WorkflowStatus of(WorkflowState state) {
    LimitDecision decision = state.decision();
    TuningRound round = state.round();
    return new WorkflowStatus(
        state.definition().name(),
        state.definition().qosMs() / MILLI,
        state.definition().quantile(),
        state.definition().stages().stream().map(WorkflowStage::action).toList(),
        cores(state, decision.choice()),
        decision.watch().instances(),
        decision.watch().broken(),
        round.number(),
        IntStream.range(0, round.candidates().size())
            .mapToObj(
                c ->
                    new Trial(
                        cores(state, round.candidates().get(c)),
                        round.tried().get(c),
                        state.definition().rules().repetitions()))
            .toList(),
        decision.rejected().stream().map(choice -> cores(state, choice)).toList());
  }

  private static List<Double> cores(WorkflowState state, List<Integer> choice) {
    List<Integer> steps = state.definition().rules().milliCores();
    return choice.stream().map(step -> steps.get(step) / MILLI).toList();
  }
}
