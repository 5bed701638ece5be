/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import static io.aquatope.replay.Traces.SECOND;
import static io.aquatope.replay.Traces.function;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.policy.PolicyRegistry;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.pool.policy.StemCellSettings;
import io.aquatope.replay.result.CpuUse;
import io.aquatope.replay.result.FunctionOutcome;
import io.aquatope.replay.result.ReplayMemory;
import io.aquatope.replay.result.ReplayResult;
import io.aquatope.replay.result.ReplayTimeline;
import io.aquatope.trace.Trace;
import io.aquatope.trace.TraceFunction;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Replays that are worked out by hand; a container takes 2 s to start, of which 0.5 s is init. */
class ReplayTest {

  private static final ColdStart TWO_SECONDS = new ColdStart(2 * SECOND, 0.25, 0);
  private static final double EXACT = 1e-9;

  private static ReplayResult replay(Trace trace, long memoryMb, String policy) {
    return replay(trace, memoryMb, policy, PolicySettings.DEFAULT);
  }

  private static ReplayResult replay(
      Trace trace, long memoryMb, String policy, PolicySettings settings) {
    return new Replay(trace, new ReplayConfig(memoryMb, 1, TWO_SECONDS, 0))
        .run(NamedPolicy.parse(policy, PolicyRegistry.standard()), settings, ended -> {});
  }

  @Test
  void chargesIdleTimeAsWasteAndStartUpsAsDelay() {
    Trace.Builder calls = Traces.of(function("f", 1024));
    calls.add(0, 10 * SECOND, 3 * SECOND); // cold: starts at 12, ends at 15
    calls.add(0, 20 * SECOND, SECOND); // warm after 5 s idle, ends at 21
    calls.add(0, 100 * SECOND, SECOND); // cold again: let go at 51; ends at 103
    ReplayResult result = replay(calls.build(110 * SECOND), 4096, "keep-alive:30s");

    assertThat(result.starts().activations()).isEqualTo(3);
    assertThat(result.starts().coldStarts()).isEqualTo(2);
    assertThat(result.starts().coldStartSeconds()).isEqualTo(4);
    assertThat(result.memory().wastedGbSeconds()).isCloseTo(5 + 30 + 7, within(EXACT));
    assertThat(result.memory().totalGbSeconds()).isCloseTo(5 + 42 + 1 + 3, within(EXACT));
    assertThat(result.memory().peakMb()).isEqualTo(1024);
    assertThat(result.rum()).isCloseTo(4 + 42 / 99.69, within(EXACT));
    assertThat(result.starts().delay().p50()).isCloseTo(2, within(0.01));
    assertThat(result.functions())
        .containsExactly(new FunctionOutcome(new FunctionId("guest", "f", "1"), 3, 2, 4, 42));
  }

  @Test
  void activationsWaitForCpuAndHoldItFromTheirStartUpOn() {
    Trace.Builder calls = Traces.of(function("f", 1024), function("g", 1024));
    calls.add(0, 0, 3 * SECOND); // 2 s of start-up, runs from 2 to 5
    calls.add(1, SECOND, SECOND); // waits until 5, runs from 7 to 8
    ReplayConfig oneCore =
        new ReplayConfig(2048, new ReplayCpu(1, 0.5), 1, TWO_SECONDS, 0); // each holds half a core
    ReplayResult result =
        new Replay(calls.build(100 * SECOND), oneCore)
            .run(
                NamedPolicy.parse("openwhisk", PolicyRegistry.standard()),
                PolicySettings.DEFAULT,
                ended -> {});

    assertThat(result.starts().buffered()).isEqualTo(1);
    assertThat(result.starts().delay().p99()).isCloseTo(6, within(0.01));
    assertThat(result.cpu()).isEqualTo(new CpuUse(0.5 * (5 + 3), 0.5 * (3 + 1)));
  }

  @Test
  void cpuThatIsNotCountedHoldsNothingUp() {
    Trace.Builder calls = Traces.of(function("f", 1024));
    calls.add(0, 0, 3 * SECOND);
    ReplayResult result = replay(calls.build(10 * SECOND), 2048, "openwhisk");
    assertThat(result.cpu()).isEqualTo(new CpuUse(0, 0));
  }

  @Test
  void aContainerKeptForAMinuteServesACallThatComesAMinuteLater() {
    Trace.Builder calls = Traces.of(function("f", 1024));
    calls.add(0, 0, 0);
    calls.add(0, 62 * SECOND, 0);
    ReplayResult result = replay(calls.build(63 * SECOND), 4096, "keep-alive:60s");

    assertThat(result.starts().coldStarts()).isEqualTo(1);
    assertThat(result.memory().wastedGbSeconds()).isCloseTo(61, within(EXACT));
  }

  @Test
  void countsNoMemoryAfterTheRecordedPeriod() {
    Trace.Builder calls = Traces.of(function("f", 1024));
    calls.add(0, 10 * SECOND, 100 * SECOND);
    ReplayResult result = replay(calls.build(20 * SECOND), 4096, "openwhisk");

    assertThat(result.starts().activations()).isEqualTo(1);
    assertThat(result.memory()).isEqualTo(new ReplayMemory(0, 10, 1024));
  }

  @Test
  void activationsWaitForMemoryInOrderAndTakeOverItsContainers() {
    Trace.Builder calls = Traces.of(function("f", 512), function("g", 512));
    calls.add(0, 0, 10 * SECOND); // cold, until 12
    calls.add(0, SECOND, SECOND); // waits until 12, warm
    calls.add(1, 2 * SECOND, SECOND); // waits until 13, evicts, starts at 15
    ReplayResult result = replay(calls.build(20 * SECOND), 512, "openwhisk");

    assertThat(result.starts().coldStarts()).isEqualTo(2);
    assertThat(result.starts().buffered()).isEqualTo(2);
    assertThat(result.evictions()).isEqualTo(1);
    assertThat(result.starts().coldStartSeconds()).isEqualTo(4);
    assertThat(result.starts().delay().p99()).isCloseTo(13, within(0.02));
    assertThat(result.memory().peakMb()).isEqualTo(512);
  }

  @Test
  void followersArriveAfterTheEndOfTheirCauseWheneverThatIs() {
    Trace.Builder calls = Traces.of(function("f", 1024), function("g", 1024));
    int cause = calls.add(0, 0, SECOND); // cold, until 3
    int second = calls.addFollower(1, cause, SECOND, SECOND); // at 4, cold, until 7
    calls.addFollower(0, second, 2 * SECOND, SECOND); // at 9, warm after 6 s idle, until 10
    calls.addFollower(0, cause, 50 * SECOND, SECOND); // at 53
    ReplayResult result = replay(calls.build(54 * SECOND), 4096, "openwhisk");

    assertThat(result.starts().activations()).isEqualTo(4);
    assertThat(result.starts().coldStarts()).isEqualTo(2);
    double idle = 6 + (53 - 10) + (54 - 7);
    assertThat(result.memory().wastedGbSeconds()).isCloseTo(idle, within(EXACT));
  }

  @Test
  void activationsThatShareAStartingContainerWaitForTheRestOfItsStart() {
    Trace.Builder calls = Traces.of(function("f", 1024, 2));
    calls.add(0, 0, SECOND);
    calls.add(0, SECOND, SECOND);
    ReplayResult result = replay(calls.build(5 * SECOND), 4096, "openwhisk");

    assertThat(result.starts().coldStarts()).isEqualTo(1);
    assertThat(result.starts().coldStartSeconds()).isEqualTo(2 + 1);
    assertThat(result.memory().totalGbSeconds()).isCloseTo(5, within(EXACT));
    assertThat(result.memory().wastedGbSeconds()).isCloseTo(2, within(EXACT));
  }

  @Test
  void aStemCellSavesAllButInitAndIsWasteUntilItIsTaken() {
    Trace.Builder calls = Traces.of(function("f", 1024));
    calls.add(0, 10 * SECOND, SECOND); // until 11.5
    PolicySettings oneStemCell =
        PolicySettings.DEFAULT.withStemCells(
            List.of(new StemCellSettings(new StemCell("nodejs:20", 1024), 1)));
    ReplayResult result = replay(calls.build(20 * SECOND), 4096, "openwhisk", oneStemCell);

    assertThat(result.starts().coldStarts()).isZero();
    assertThat(result.starts().coldStartSeconds()).isEqualTo(0.5);
    double firstStemCell = 10;
    double itsReplacement = 10;
    assertThat(result.memory().wastedGbSeconds())
        .isCloseTo(firstStemCell + itsReplacement + 8.5, within(EXACT));
  }

  @Test
  void aMeasuredColdStartCountsMoreThanTheConfiguredOne() {
    TraceFunction measured =
        new TraceFunction(
            function("f", 1024).spec(),
            "app",
            function("f", 1024).trigger(),
            OptionalLong.of(7 * SECOND));
    Trace.Builder calls = Traces.of(measured);
    calls.add(0, 0, SECOND);

    assertThat(replay(calls.build(10 * SECOND), 4096, "openwhisk").starts().coldStartSeconds())
        .isEqualTo(7);
  }

  @Test
  void theTimelineAddsUpToTheTotals() {
    Trace.Builder calls = Traces.of(function("f", 1024));
    calls.add(0, 10 * SECOND, 3 * SECOND);
    calls.add(0, 200 * SECOND, 3 * SECOND);
    ReplayResult result = replay(calls.build(240 * SECOND), 4096, "keep-alive:60s");
    ReplayTimeline timeline = result.timeline();

    assertThat(timeline.partSeconds()).isEqualTo(1);
    assertThat(timeline.coldStarts().get(10)).isEqualTo(1);
    assertThat(timeline.coldStarts().get(200)).isEqualTo(1);
    assertThat(timeline.idleMb().stream().mapToDouble(mb -> mb / 1024).sum())
        .isCloseTo(result.memory().wastedGbSeconds(), within(EXACT));
    assertThat(timeline.servingMb().get(11)).isEqualTo(1024);
  }

  @Test
  void refusesAFunctionThatFitsIntoNoInvoker() {
    Trace trace = Traces.of(function("big", 2048)).build(SECOND);

    assertThatThrownBy(() -> replay(trace, 1024, "openwhisk"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("guest:big@1")
        .hasMessageContaining("2048 MB")
        .hasMessageContaining("1024 MB");
  }

  @Test
  void aTraceWithoutActivationsHasNoColdStarts() {
    ReplayResult result = replay(Traces.of(function("f", 256)).build(0), 1024, "openwhisk");

    assertThat(result.starts().coldStartRatio()).isZero();
    assertThat(result.memory()).isEqualTo(new ReplayMemory(0, 0, 0));
  }
}
