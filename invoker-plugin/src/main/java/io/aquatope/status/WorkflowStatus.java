/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.status;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.aquatope.exchange.workflow.LimitDecision;
import io.aquatope.exchange.workflow.TuningRound;
import io.aquatope.exchange.workflow.WorkflowStage;
import io.aquatope.exchange.workflow.WorkflowState;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A workflow and the state of its tuning. Limits are in cores, one for each stage. A limit is 0 if
 * the action belongs to another owner, whose limit stays.
 *
 * @param targetSeconds target of the end-to-end latency for {@code quantile} of the instances
 * @param limits the limits in force
 * @param tuning the search for better limits
 */
public record WorkflowStatus(
    String name,
    double targetSeconds,
    double quantile,
    List<String> actions,
    @JsonUnwrapped Limits limits,
    @JsonUnwrapped Tuning tuning) {

  private static final double MILLI = 1000;

  /**
   * The limits in force, and their effect.
   *
   * @param instances number of instances observed under these limits; the weight of old ones decays
   * @param broken number of those that took too long or failed
   */
  public record Limits(List<Double> limits, int instances, int broken) {}

  /**
   * The search for better limits.
   *
   * @param round counts from 1
   * @param trials candidates of the round; none between rounds
   * @param rejected limits under which the target was missed, the latest last
   */
  public record Tuning(int round, List<Trial> trials, List<List<Double>> rejected) {}

  /**
   * A candidate.
   *
   * @param runs number of runs of each stage under its limit so far
   * @param needed number of runs that each stage needs
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
        new Limits(
            cores(state, decision.choice()),
            decision.watch().instances(),
            decision.watch().broken()),
        new Tuning(
            round.number(),
            IntStream.range(0, round.candidates().size())
                .mapToObj(
                    c ->
                        new Trial(
                            cores(state, round.candidates().get(c)),
                            round.tried().get(c),
                            state.definition().rules().repetitions()))
                .toList(),
            decision.rejected().stream().map(choice -> cores(state, choice)).toList()));
  }

  private static List<Double> cores(WorkflowState state, List<Integer> choice) {
    List<Integer> steps = state.definition().rules().milliCores();
    return choice.stream().map(step -> steps.get(step) / MILLI).toList();
  }
}
