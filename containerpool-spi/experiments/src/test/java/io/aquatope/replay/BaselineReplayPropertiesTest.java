/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.policy.PolicyRegistry;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.pool.policy.baseline.BaselinePolicies;
import io.aquatope.replay.result.ReplayResult;
import io.aquatope.trace.Trace;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class BaselineReplayPropertiesTest {

  private static final PolicyRegistry POLICIES = BaselinePolicies.addTo(PolicyRegistry.standard());

  private static ReplayResult replay(Trace trace, ReplayConfig config, String policy) {
    return new Replay(trace, config)
        .run(NamedPolicy.parse(policy, POLICIES), PolicySettings.DEFAULT, ended -> {});
  }

  @Provide
  Arbitrary<String> policies() {
    return Arbitraries.of(
        Stream.concat(
                POLICIES.comparison().stream(), Stream.of("hybrid-histogram:2m", "aquatope-paper"))
            .toList());
  }

  @Property(tries = 100)
  void noActivationIsLostUnderAnyPolicy(
      @ForAll long seed,
      @ForAll("policies") String policy,
      @ForAll @IntRange(min = 1, max = 3) int invokers,
      @ForAll @IntRange(min = 512, max = 2048) int memoryMb) {
    Trace trace = RandomTraces.of(seed, true);
    ReplayResult result =
        replay(trace, new ReplayConfig(memoryMb, invokers, ColdStart.DEFAULT, seed), policy);

    assertThat(result.starts().activations()).isEqualTo(trace.size());
    assertThat(result.memory().peakMb()).isLessThanOrEqualTo((long) memoryMb * invokers);
  }

  @Property(tries = 30)
  void sameInputGivesTheSameResult(@ForAll long seed, @ForAll("policies") String policy) {
    Trace trace = RandomTraces.of(seed, true);
    ReplayConfig config = new ReplayConfig(1024, 2, ColdStart.DEFAULT, seed);

    assertThat(replay(trace, config, policy))
        .usingRecursiveComparison()
        .ignoringFields("wallSeconds")
        .isEqualTo(replay(trace, config, policy));
  }
}
