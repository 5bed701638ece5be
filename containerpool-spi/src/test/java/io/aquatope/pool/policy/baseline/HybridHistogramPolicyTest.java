/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

import static io.aquatope.pool.policy.PolicyFixture.FUNCTION;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.pool.policy.PolicyFixture;
import io.aquatope.pool.policy.PolicyRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HybridHistogramPolicyTest {

  private final PolicyFixture pool =
      new PolicyFixture(new HybridHistogramPolicy(Duration.ofHours(4)));

  /** Two calls at a time, ten and a half minutes apart; containers go when it is known. */
  private void twoTimersTwice() {
    pool.submit(FUNCTION, FUNCTION).completed(1).completed(2);
    pool.until(ofSeconds(630)).submit(FUNCTION, FUNCTION).completed(1).completed(2);
  }

  @Test
  void unloadsAfterTheExecutionAndLoadsAsManyAgainAtThePreWarmTime() {
    twoTimersTwice();
    assertThat(pool.lines()).endsWith("remove 1", "remove 2");

    pool.until(ofSeconds(630).plus(ofMinutes(9)).minusMillis(1));
    assertThat(pool.lines()).isEmpty();

    pool.until(ofSeconds(630).plus(ofMinutes(9)).plusSeconds(1));
    assertThat(pool.lines()).containsExactly("prepare 3", "prepare 4");
  }

  @Test
  void unloadsAnewWhenTheKeepAliveTimeIsOver() {
    twoTimersTwice();
    pool.until(ofSeconds(630 + 541)).prepared(3).prepared(4);
    pool.lines();

    pool.until(ofSeconds(630 + 725));
    assertThat(pool.lines()).isEmpty();
    pool.until(ofSeconds(630 + 726));
    assertThat(pool.lines()).containsExactly("remove 3", "remove 4");
  }

  @Test
  void aCallBeforeThePreWarmTimeCallsItOff() {
    twoTimersTwice();
    pool.until(ofSeconds(700)).submit(FUNCTION);
    pool.lines();

    pool.until(ofMinutes(40));
    assertThat(pool.lines()).isEmpty();
  }

  @Test
  void aCallThatFailedWithItsContainerIsForgotten() {
    pool.submit(FUNCTION).removed(1);
    pool.until(ofSeconds(60)).submit(FUNCTION).completed(2);
    pool.until(ofSeconds(690)).submit(FUNCTION).completed(2);

    assertThat(pool.lines()).as("an idle time was seen").endsWith("remove 2");
  }

  @Test
  void theRangeIsChecked() {
    PolicyRegistry policies = BaselinePolicies.addTo(PolicyRegistry.standard());

    assertThatThrownBy(() -> policies.parse("hybrid-histogram:1m"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("policy 'hybrid-histogram:1m': a histogram of PT1M, expected 2m to 7d");
    assertThat(policies.parse("hybrid-histogram")).isNotNull();
  }
}
