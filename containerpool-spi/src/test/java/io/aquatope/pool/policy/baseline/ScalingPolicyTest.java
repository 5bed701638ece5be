/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

import static io.aquatope.pool.policy.PolicyFixture.FUNCTION;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.policy.PolicyFixture;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalingPolicyTest {

  private int wanted;

  /** The same for each function, every ten seconds. */
  private final class Fixed implements ScalingRule<String> {

    @Override
    public long tickMicros() {
      return 10_000_000;
    }

    @Override
    public String newMemory(FunctionSpec function) {
      return "";
    }

    @Override
    public int[] decide(List<Observed<String>> functions, long nowMicros) {
      int[] all = new int[functions.size()];
      Arrays.fill(all, wanted);
      return all;
    }
  }

  private final PolicyFixture pool = new PolicyFixture(new ScalingPolicy<>(new Fixed()));

  @Test
  void preparesWhatIsMissingBesidesBusyContainers() {
    pool.submit(FUNCTION);
    wanted = 3;
    pool.lines();

    pool.until(ofSeconds(10));
    assertThat(pool.lines()).containsExactly("prepare 2", "prepare 3");
    pool.until(ofSeconds(20));
    assertThat(pool.lines()).isEmpty();
  }

  @Test
  void letsGoWhatIsTooManyAtTheTickAndNotBefore() {
    pool.submit(FUNCTION, FUNCTION, FUNCTION).completed(1).completed(2);
    wanted = 2;
    pool.lines();

    pool.until(ofSeconds(9));
    assertThat(pool.lines()).isEmpty();
    pool.until(ofSeconds(10));
    assertThat(pool.lines()).containsExactly("remove 1");
  }

  @Test
  void busyContainersStayWhateverIsWanted() {
    pool.submit(FUNCTION);
    wanted = 0;
    pool.lines();

    pool.until(ofSeconds(30));
    assertThat(pool.lines()).isEmpty();
  }
}
