/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.models.forecast.ForecastModel;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.policy.ObservingPolicy;
import io.aquatope.pool.policy.PolicyRegistry;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.prewarm.forecast.FallbackReason;
import io.aquatope.replay.ColdStart;
import io.aquatope.replay.NamedPolicy;
import io.aquatope.replay.Replay;
import io.aquatope.replay.ReplayConfig;
import io.aquatope.replay.result.ReplayResult;
import io.aquatope.trace.Trace;
import io.aquatope.trace.synthetic.SyntheticLoad;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the policy makes of loads, in the replay. */
class AquatopePolicyTest {

  private static final long SEED = 5;
  private static final Trace LOAD =
      SyntheticLoad.parse("functions=30,hours=2,activations=20000,chains=0").trace(SEED);

  private static ReplayResult replay(String policy, PrewarmSetup setup, long memoryMb) {
    PolicyRegistry policies = PrewarmPolicies.addTo(PolicyRegistry.standard(), setup);
    return new Replay(LOAD, new ReplayConfig(memoryMb, 1, ColdStart.DEFAULT, SEED))
        .run(NamedPolicy.parse(policy, policies), PolicySettings.DEFAULT, ended -> {});
  }

  private static ReplayResult replay(String policy, PrewarmSetup setup) {
    return replay(policy, setup, ReplayConfig.UNLIMITED);
  }

  private static PrewarmSetup with(ForecastModel model) {
    return PrewarmSetup.virtual().with(model);
  }

  @Test
  void losesLessThanOpenWhisk() {
    ReplayResult openwhisk = replay("openwhisk", PrewarmSetup.virtual());
    ReplayResult ours = replay("aquatope", PrewarmSetup.virtual());

    assertThat(ours.starts().activations()).isEqualTo(LOAD.size());
    assertThat(ours.rum()).isLessThan(0.8 * openwhisk.rum());
  }

  @Test
  void moreForASecondOfDelayBuysLessDelayForMoreMemory() {
    ReplayResult before = replay("aquatope:10", PrewarmSetup.virtual());
    for (String policy : List.of("aquatope:50", "aquatope:250")) {
      ReplayResult more = replay(policy, PrewarmSetup.virtual());
      assertThat(more.starts().coldStartSeconds()).isLessThan(before.starts().coldStartSeconds());
      assertThat(more.memory().wastedGbSeconds()).isGreaterThan(before.memory().wastedGbSeconds());
      before = more;
    }
  }

  @Test
  void whereForecastingFailsFromTheStartItIsOpenWhisk() {
    ReplayResult openwhisk = replay("openwhisk", PrewarmSetup.virtual());
    ReplayResult ours = replay("aquatope", with(FakeForecastModel.failingAbove(-1)));

    assertThat(ours.functions()).isEqualTo(openwhisk.functions());
    assertThat(ours.memory()).isEqualTo(openwhisk.memory());
    assertThat(ours.starts().delay()).isEqualTo(openwhisk.starts().delay());
  }

  @Test
  void forecastsThatNeverComeLeaveItToOpenWhisk() {
    PrewarmSetup standard = PrewarmSetup.virtual();
    PrewarmSetup dead =
        new PrewarmSetup(
            standard.settings(), standard.model(), task -> {}, 0, PrewarmListener.NONE);

    assertThat(replay("aquatope", dead).memory()).isEqualTo(replay("openwhisk", standard).memory());
  }

  @Test
  void fallbacksAndRecoveriesAreTold() {
    List<FallbackReason> troubles = new ArrayList<>();
    PrewarmListener listener =
        new PrewarmListener() {
          @Override
          public void fellBack(FunctionSpec function, FallbackReason why, long nowMicros) {
            troubles.add(why);
          }
        };
    replay("aquatope", with(new FakeForecastModel(40)).with(listener));

    assertThat(troubles).contains(FallbackReason.UNKNOWN, FallbackReason.UNCALIBRATED);
  }

  @Test
  void whatIsKnownOfEachFunctionIsTold() {
    List<OutlookSnapshot> told = new ArrayList<>();
    PrewarmListener listener =
        new PrewarmListener() {
          @Override
          public void planned(OutlookView outlooks, long nowMicros) {
            assertThat(outlooks.functions()).isEqualTo(outlooks.all().size());
            assertThat(outlooks.fallenBack().values().stream().mapToInt(n -> n).sum())
                .isEqualTo(outlooks.all().stream().filter(o -> o.trouble().isPresent()).count());
            assertThat(outlooks.coverage()).isBetween(0.0, 1.0);
            told.addAll(outlooks.all());
          }
        };
    PrewarmSettings settings = new PrewarmSettings(99.69, 0, PrewarmSettings.ALL, 32, true);
    replay("aquatope", PrewarmSetup.virtual().with(settings).with(listener));

    assertThat(told)
        .anyMatch(outlook -> outlook.trouble().equals(Optional.of(FallbackReason.UNKNOWN)));
    assertThat(told)
        .filteredOn(outlook -> outlook.trouble().isEmpty())
        .isNotEmpty()
        .allMatch(outlook -> outlook.demand().busy().isPresent())
        .allMatch(outlook -> outlook.demand().expectedCalls() >= 0);
    assertThat(told)
        .flatExtracting(outlook -> outlook.worth().stream().toList())
        .isNotEmpty()
        .allMatch(
            worth ->
                worth.wanted() == 0 || worth.last().valueSeconds() > worth.last().costSeconds(),
            "what is wanted is worth more than it costs");
  }

  @Test
  void decisionsAreWorthTheirCost() {
    List<PrewarmDecision> decisions = new ArrayList<>();
    PrewarmListener listener =
        new PrewarmListener() {
          @Override
          public void decided(PrewarmDecision decision) {
            decisions.add(decision);
          }
        };
    replay("aquatope", PrewarmSetup.virtual().with(listener));

    assertThat(decisions)
        .isNotEmpty()
        .allSatisfy(
            decision -> {
              ContainerWorth worth = decision.worth();
              assertThat(worth.probability()).isBetween(0.0, 1.0);
              assertThat(decision.count()).isPositive();
              if (decision.action() == PrewarmDecision.Action.PREPARE) {
                assertThat(worth.valueSeconds()).isGreaterThan(worth.costSeconds());
              } else {
                assertThat(worth.valueSeconds()).isLessThanOrEqualTo(worth.costSeconds());
              }
            });
  }

  @Test
  void withoutMemoryForItNothingIsKeptAhead() {
    PrewarmSetup setup = PrewarmSetup.virtual().with(new PrewarmSettings(99.69, 0, 0, 32, false));
    double waste = replay("aquatope", setup).memory().wastedGbSeconds();

    assertThat(waste).isLessThan(0.2 * replay("openwhisk", setup).memory().wastedGbSeconds());
  }

  @Test
  void withHalfTheMemoryItStaysAhead() {
    long peak = replay("openwhisk", PrewarmSetup.virtual()).memory().peakMb();
    ReplayResult ours = replay("aquatope", PrewarmSetup.virtual(), peak / 2);

    assertThat(ours.starts().activations()).isEqualTo(LOAD.size());
    assertThat(ours.rum()).isLessThan(replay("openwhisk", PrewarmSetup.virtual(), peak / 2).rum());
  }

  @Test
  void observingChangesNothing() {
    PrewarmSetup setup = PrewarmSetup.virtual();
    PolicyRegistry policies = PrewarmPolicies.addTo(PolicyRegistry.standard(), setup);
    PolicyRegistry observing =
        policies.with(
            "observing",
            "",
            settings ->
                new ObservingPolicy(
                    policies.parse("aquatope").create(settings),
                    policies.parse("openwhisk").create(settings),
                    failure -> {
                      throw new AssertionError(failure);
                    }));
    ReplayResult observed =
        new Replay(LOAD, new ReplayConfig(ReplayConfig.UNLIMITED, 1, ColdStart.DEFAULT, SEED))
            .run(NamedPolicy.parse("observing", observing), PolicySettings.DEFAULT, ended -> {});

    assertThat(observed.functions()).isEqualTo(replay("openwhisk", setup).functions());
  }
}
