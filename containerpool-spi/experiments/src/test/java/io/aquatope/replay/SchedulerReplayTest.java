/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import static io.aquatope.replay.Traces.SECOND;
import static io.aquatope.replay.Traces.function;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aquatope.pool.Activation;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.policy.PolicyFactory;
import io.aquatope.pool.policy.PolicyRegistry;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.replay.result.ReplayResult;
import io.aquatope.trace.Trace;
import io.aquatope.trace.TraceFunction;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Replays under the scheduler, worked out by hand; a container takes 2 s to start. */
class SchedulerReplayTest {

  private static final double EXACT = 1e-9;

  private static ReplayConfig config(int invokers, long memoryMb) {
    return new ReplayConfig(
        memoryMb,
        ReplayCpu.OFF,
        invokers,
        new ColdStart(2 * SECOND, 0.25, 0),
        0,
        PlacementKind.SCHEDULER);
  }

  private static ReplayResult replay(Trace trace, ReplayConfig config, String policy) {
    return new Replay(trace, config)
        .run(
            NamedPolicy.parse(policy, PolicyRegistry.standard()),
            PolicySettings.DEFAULT,
            ended -> {});
  }

  @Test
  void containerWaitsForTheGraceAndThenForItsKeepAlive() {
    Trace.Builder calls = Traces.of(function("f", 1024));
    calls.add(0, 10 * SECOND, 3 * SECOND); // cold: from 12 to 15
    calls.add(0, 20 * SECOND, SECOND); // within the grace, ends at 21, paused at 31
    calls.add(0, 50 * SECOND, SECOND); // resumed, ends at 51, paused at 61, let go at 91
    calls.add(0, 100 * SECOND, SECOND); // cold again: from 102 to 103
    ReplayResult result = replay(calls.build(110 * SECOND), config(3, 4096), "keep-alive:30s");

    assertThat(result.starts().activations()).isEqualTo(4);
    assertThat(result.starts().coldStarts()).isEqualTo(2);
    assertThat(result.starts().coldStartSeconds()).isEqualTo(4);
    assertThat(result.memory().wastedGbSeconds()).isCloseTo(5 + 29 + 40 + 7, within(EXACT));
  }

  @Test
  void pausedContainerIsFoundWhereverItIs() {
    Trace.Builder calls = Traces.of(function("f", 256));
    for (int i = 0; i < 50; i++) {
      calls.add(0, i * 60L * SECOND, SECOND);
    }
    ReplayResult result = replay(calls.build(3600 * SECOND), config(20, 1024), "openwhisk");
    assertThat(result.starts().coldStarts()).isEqualTo(1);
  }

  @Test
  void activationsWaitForOneContainerEachAndTakeWhicheverIsReadyFirst() {
    Trace.Builder calls = Traces.of(function("f", 512));
    calls.add(0, 0, SECOND); // cold, from 2 to 3
    calls.add(0, SECOND, 5 * SECOND); // no memory: takes the first one's container, from 3
    ReplayResult result = replay(calls.build(20 * SECOND), config(1, 512), "openwhisk");
    assertThat(result.starts().coldStarts()).isEqualTo(1);
    assertThat(result.starts().buffered()).isEqualTo(1);
    assertThat(result.starts().delay().p99()).isCloseTo(2, within(0.01));
    assertThat(result.memory().peakMb()).isEqualTo(512);
  }

  @Test
  void containerWithConcurrencyFetchesSeveral() {
    Trace.Builder calls = Traces.of(function("f", 512, 2));
    calls.add(0, 0, 10 * SECOND); // cold, from 2 to 12
    calls.add(0, 5 * SECOND, SECOND); // beside it
    calls.add(0, 5 * SECOND, SECOND); // no room beside them, until 6
    ReplayResult result = replay(calls.build(60 * SECOND), config(1, 512), "openwhisk");
    assertThat(result.starts().coldStarts()).isEqualTo(1);
    assertThat(result.starts().delay().p50()).isCloseTo(1, within(0.01));
  }

  /** Wants two ready containers of a function in the whole cluster from the first call on. */
  private static final class TwoReadyPolicy implements PoolPolicy {
    private @Nullable PoolView pool;
    private @Nullable FunctionSpec called;

    @Override
    public void attached(PoolView view) {
      pool = view;
    }

    @Override
    public void arrived(Activation activation, long nowMicros) {
      called = activation.function();
    }

    @Override
    public long keepAliveMicros(IdleContainer container, long nowMicros) {
      return NEVER;
    }

    @Override
    public long nextPlanMicros(long nowMicros) {
      return nowMicros + SECOND;
    }

    @Override
    public List<PoolAction> plan(long nowMicros) {
      if (pool == null || called == null) {
        return List.of();
      }
      int missing = 2 - pool.count(called.id()).ready();
      return missing > 0
          ? List.of(new PoolAction.Prepare(called, missing))
          : List.of(new PoolAction.Release(called, -missing));
    }
  }

  @Test
  void invokersPrepareTogetherWhatOneWouldPrepare() {
    Trace.Builder calls = Traces.of(function("f", 512));
    calls.add(0, 0, SECOND); // cold, until 3; two are prepared meanwhile
    calls.add(0, 10 * SECOND, SECOND); // the first one, within its grace
    PolicyFactory twoReady = settings -> new TwoReadyPolicy();
    ReplayResult result =
        new Replay(calls.build(90 * SECOND), config(10, 4096))
            .run(
                new NamedPolicy("two", Optional.of(twoReady)), PolicySettings.DEFAULT, ended -> {});
    assertThat(result.starts().coldStarts()).isEqualTo(1);
    assertThat(result.memory().peakMb()).as("one for the call, two ready").isEqualTo(3 * 512);
  }

  @Test
  void randomLoadEndsWhateverThePolicy() {
    for (long seed = 0; seed < 5; seed++) {
      Trace trace = RandomTraces.of(seed, true);
      for (String policy : List.of("openwhisk", "keep-alive:1s")) {
        ReplayResult result = replay(trace, config(3, 1024), policy);
        assertThat(result.starts().activations()).isEqualTo(trace.size());
        assertThat(result.memory().peakMb()).isLessThanOrEqualTo(3 * 1024);
      }
    }
  }

  @Test
  void clairvoyantPolicyIsRefused() {
    TraceFunction f = function("f", 512);
    assertThatThrownBy(() -> replay(Traces.of(f).build(SECOND), config(1, 512), "clairvoyant"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected the placement sharding");
  }
}
