/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.policy.PolicyRegistry;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.replay.ColdStart;
import io.aquatope.replay.NamedPolicy;
import io.aquatope.replay.Replay;
import io.aquatope.replay.ReplayConfig;
import io.aquatope.replay.result.ReplayResult;
import io.aquatope.trace.Trace;
import io.aquatope.trace.TraceFunction;
import io.aquatope.trace.TriggerKind;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pools that hold far fewer containers than there are actions, as in OpenWhisk's issue 3501. Where
 * calls cannot be foreseen, {@code openwhisk} cannot be beaten, and must not be missed.
 */
class MemoryShortTest {

  private static final int MINUTES = 10;

  /** Actions of 256 MB, each called independently at random and running half a second. */
  private static Trace independentCalls(int actions, double perMinute, long seed) {
    Trace.Builder builder = new Trace.Builder("independent calls", Instant.EPOCH, List.of());
    SplittableRandom random = new SplittableRandom(seed);
    for (int action = 0; action < actions; action++) {
      FunctionSpec spec =
          new FunctionSpec(new FunctionId("ns", "action" + action, "1"), "nodejs:20", 256, 1);
      builder.addFunction(new TraceFunction(spec, "ns", TriggerKind.HTTP, OptionalLong.empty()));
      double minute = -Math.log1p(-random.nextDouble()) / perMinute;
      while (minute < MINUTES) {
        builder.add(action, Math.round(minute * 60e6), 500_000);
        minute -= Math.log1p(-random.nextDouble()) / perMinute;
      }
    }
    return builder.build(MINUTES * 60_000_000L);
  }

  private static ReplayResult replay(String policy, Trace load, long memoryMb, int invokers) {
    PolicyRegistry policies =
        PrewarmPolicies.addTo(PolicyRegistry.standard(), PrewarmSetup.virtual());
    return new Replay(load, new ReplayConfig(memoryMb, invokers, ColdStart.DEFAULT, 0))
        .run(NamedPolicy.parse(policy, policies), PolicySettings.DEFAULT, ended -> {});
  }

  @ParameterizedTest
  @CsvSource({"1, 6144", "3, 2048", "6, 1024"})
  void aHundredActionsCostNoMoreThanUnderOpenWhisk(int invokers, long memoryMb) {
    double ours = 0;
    double openwhisks = 0;
    for (long seed = 0; seed < 2; seed++) {
      Trace load = independentCalls(100, 4, seed);
      ours += replay("aquatope", load, memoryMb, invokers).rum();
      openwhisks += replay("openwhisk", load, memoryMb, invokers).rum();
    }

    // Which of the equally likely actions has a container is chance: a hundredth is within it.
    assertThat(ours).isLessThan(1.01 * openwhisks);
  }

  @Test
  void aPoolThatHoldsAllContainersExactlyKeepsThem() {
    Trace load = independentCalls(3, 10, 0);
    ReplayResult ours = replay("aquatope", load, 3 * 256, 1);

    assertThat(ours.starts().coldStarts())
        .isLessThanOrEqualTo(replay("openwhisk", load, 3 * 256, 1).starts().coldStarts());
  }
}
