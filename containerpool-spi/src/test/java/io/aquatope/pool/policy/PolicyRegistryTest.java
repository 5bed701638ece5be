/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PolicyRegistryTest {

  private static final IdleContainer IDLE =
      new IdleContainer() {
        @Override
        public FunctionSpec function() {
          return new FunctionSpec(new FunctionId("ns", "a", "1"), "nodejs:20", 256, 1);
        }

        @Override
        public boolean isPrepared() {
          return false;
        }

        @Override
        public long lastUsedMicros() {
          return 0;
        }
      };

  private static long keepAliveMicros(String policy, PolicySettings settings) {
    return PolicyRegistry.standard().parse(policy).create(settings).keepAliveMicros(IDLE, 0);
  }

  @Test
  void findsPoliciesByName() {
    PolicySettings settings = PolicySettings.DEFAULT.withKeepAlive(Duration.ofSeconds(5));

    assertThat(keepAliveMicros("openwhisk", PolicySettings.DEFAULT)).isEqualTo(600_000_000);
    assertThat(keepAliveMicros("openwhisk", settings)).isEqualTo(5_000_000);
    assertThat(keepAliveMicros("openwhisk-reactive", settings)).isEqualTo(5_000_000);
    assertThat(keepAliveMicros("always-cold", settings)).isZero();
  }

  @Test
  void readsTheArgumentAfterTheColon() {
    assertThat(keepAliveMicros("keep-alive:1h 30m", PolicySettings.DEFAULT))
        .isEqualTo(5_400_000_000L);
    assertThat(keepAliveMicros("keep-alive:PT60S", PolicySettings.DEFAULT)).isEqualTo(60_000_000);
  }

  @Test
  void makesANewPolicyForEachPool() {
    PolicyFactory factory = PolicyRegistry.standard().parse("openwhisk-reactive");

    assertThat(factory.create(PolicySettings.DEFAULT))
        .isNotSameAs(factory.create(PolicySettings.DEFAULT));
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> PolicyRegistry.standard().parse("lru"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "unknown policy 'lru', expected one of always-cold, keep-alive:<duration>, openwhisk,"
                + " openwhisk-reactive");
  }

  @Test
  void namesAreStrict() {
    assertThatThrownBy(() -> PolicyRegistry.standard().parse("OpenWhisk"))
        .hasMessageStartingWith("unknown policy 'OpenWhisk'");
    assertThatThrownBy(() -> PolicyRegistry.standard().parse("openwhisk:10m"))
        .hasMessage("policy 'openwhisk:10m', expected 'openwhisk'");
    assertThatThrownBy(() -> PolicyRegistry.standard().parse("keep-alive"))
        .hasMessage("policy 'keep-alive', expected 'keep-alive:<duration>'");
  }

  @Test
  void aBadArgumentIsRefusedBeforeThereIsAPool() {
    assertThatThrownBy(() -> PolicyRegistry.standard().parse("keep-alive:abc"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "policy 'keep-alive:abc': 'abc' is not a duration, expected for example 500ms, 60s,"
                + " 10m, 1h 30m or PT10M");
  }

  @Test
  void othersAddPoliciesToACopy() {
    PoolPolicy forever = (container, nowMicros) -> PoolPolicy.NEVER;
    PolicyRegistry more =
        PolicyRegistry.standard().with("never-cold", "keeps all", settings -> forever);

    assertThat(more.parse("never-cold").create(PolicySettings.DEFAULT)).isSameAs(forever);
    assertThat(more.descriptions()).containsEntry("never-cold", "keeps all");
    assertThat(PolicyRegistry.standard().descriptions()).doesNotContainKey("never-cold");
  }

  @Test
  void anOptionalArgumentMayBeLeftOut() {
    PolicyRegistry more =
        PolicyRegistry.standard()
            .withOptional(
                "kept",
                "duration",
                "keeps",
                settings -> new KeepAlivePolicy(Duration.ofSeconds(7)),
                text -> settings -> new KeepAlivePolicy(DurationText.parse(text)));

    assertThat(more.parse("kept").create(PolicySettings.DEFAULT).keepAliveMicros(IDLE, 0))
        .isEqualTo(7_000_000);
    assertThat(more.parse("kept:8s").create(PolicySettings.DEFAULT).keepAliveMicros(IDLE, 0))
        .isEqualTo(8_000_000);
    assertThat(more.descriptions()).containsEntry("kept[:<duration>]", "keeps");
  }

  @Test
  void aNameIsGivenOnce() {
    assertThatThrownBy(
            () -> PolicyRegistry.standard().with("openwhisk", "", settings -> (c, now) -> 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("openwhisk");
  }

  @Test
  void policiesAreComparedByDefaultUnlessTheRegistrySaysOtherwise() {
    PolicyRegistry standard = PolicyRegistry.standard();

    assertThat(standard.comparison())
        .containsExactly(
            "openwhisk", "openwhisk-reactive", "keep-alive:1m", "keep-alive:20m", "always-cold");
    assertThat(standard.comparedAs("always-cold").comparison()).doesNotContain("always-cold");
  }
}
