/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import static io.aquatope.evaluate.Workflows.ONE_CORE;
import static io.aquatope.evaluate.Workflows.ONE_CORE_MORE_MEMORY;
import static io.aquatope.evaluate.Workflows.TWO_CORES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.MeasuredWorkflow;
import io.aquatope.models.workflow.StageRun;
import io.aquatope.models.workflow.WorkflowGraph;
import io.aquatope.pool.policy.PolicyRegistry;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.replay.ColdStart;
import io.aquatope.replay.NamedPolicy;
import io.aquatope.replay.Replay;
import io.aquatope.replay.ReplayConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class WorkflowWorkloadTest {

  /** One second, whatever the draw. */
  private static final ColdStart COLD_START = new ColdStart(1_000_000, 0.25, 0);

  /** Gives requests the choices of a function of their number, and keeps what came of them. */
  private static final class Recorder implements TuningStrategy {

    private final IntFunction<Choice> choices;
    private final List<WorkflowRequest> ended = new ArrayList<>();
    private int arrived;

    Recorder(IntFunction<Choice> choices) {
      this.choices = choices;
    }

    @Override
    public Choice choose(long nowMicros) {
      return choices.apply(arrived++);
    }

    @Override
    public void ended(WorkflowRequest request) {
      ended.add(request);
    }
  }

  private static MethodOutcome run(
      MeasuredWorkflow measured, RequestArrivals arrivals, String policy, Recorder steering) {
    WorkflowWorkload workload = new WorkflowWorkload("w", measured, arrivals, () -> steering, 0);
    ReplayConfig config = new ReplayConfig(ReplayConfig.UNLIMITED, 1, COLD_START, 0);
    double gbSeconds =
        new Replay("w", workload, config)
            .run(
                NamedPolicy.parse(policy, PolicyRegistry.standard()),
                PolicySettings.DEFAULT,
                ended -> {})
            .memory()
            .totalGbSeconds();
    return workload.tally().outcome(gbSeconds, measured.problem().prices());
  }

  @Test
  void aStageBeginsWhenThoseItWaitsForHaveEnded() {
    Recorder steering = new Recorder(r -> Choice.of(ONE_CORE, ONE_CORE, TWO_CORES, ONE_CORE));
    run(
        Workflows.measured(Workflows.diamond(), 10),
        Workflows.arrivals(100, 0),
        "always-cold",
        steering);
    assertThat(steering.ended.get(0).latencySeconds())
        .as("three stages of 2 s in a row, each after a start of 1 s")
        .isEqualTo(9);
    assertThat(steering.ended.get(0).observed().stages())
        .containsExactly(
            new StageRun(3, true, 1),
            new StageRun(3, true, 1),
            new StageRun(2, true, 1),
            new StageRun(3, true, 1));
  }

  @Test
  void warmContainersServeLaterRequestsUnlessTheirMemoryHasChanged() {
    Recorder steering =
        new Recorder(r -> Choice.of(r == 2 ? ONE_CORE_MORE_MEMORY : r == 1 ? TWO_CORES : ONE_CORE));
    MethodOutcome outcome =
        run(
            Workflows.measured(WorkflowGraph.chain(1), 10),
            Workflows.arrivals(100, 0, 10, 20),
            "openwhisk",
            steering);
    assertThat(steering.ended.stream().map(WorkflowRequest::latencySeconds))
        .as("cold; warm with another CPU limit; cold with another memory limit")
        .containsExactly(3.0, 1.0, 3.0);
    assertThat(outcome.coldStartRatio()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(outcome.requests()).isEqualTo(3);
  }

  @Test
  void costIsCpuWhileBusyAndMemoryForAsLongAsItIsHeld() {
    MethodOutcome outcome =
        run(
            Workflows.measured(WorkflowGraph.chain(1), 10),
            Workflows.arrivals(100, 10),
            "openwhisk",
            new Recorder(r -> Choice.of(TWO_CORES)));
    double cpu = 2 * (1 + 1); // cores x (start + run)
    double memory = 0.5 * 90; // from the order to start until the period ends
    assertThat(outcome.cost()).isCloseTo(cpu * 1 + memory * 0.1, within(1e-9));
  }

  @Test
  void aFailedStageViolatesQosAndTheOthersRunAllTheSame() {
    Recorder steering = new Recorder(r -> Choice.of(ONE_CORE, TWO_CORES));
    MethodOutcome outcome =
        run(
            Workflows.measured(WorkflowGraph.chain(2), 100, false),
            Workflows.arrivals(100, 0),
            "openwhisk",
            steering);
    assertThat(outcome.qosViolationRatio()).isEqualTo(1);
    assertThat(steering.ended.get(0).latencySeconds()).isInfinite();
    assertThat(steering.ended.get(0).observed().stages().get(1).succeeded()).isFalse();
  }

  @Test
  void theClairvoyantPoolHasContainersReadyForEachStage() {
    Recorder steering = new Recorder(r -> Choice.of(ONE_CORE, ONE_CORE, ONE_CORE, ONE_CORE));
    MethodOutcome outcome =
        run(
            Workflows.measured(Workflows.diamond(), 6),
            Workflows.arrivals(1000, 100, 500),
            "clairvoyant",
            steering);
    assertThat(outcome.qosViolationRatio()).isZero();
    assertThat(outcome.coldStartRatio()).isZero();
  }
}
