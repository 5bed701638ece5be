/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.StartKind;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class GreedyDualPolicyTest {

  private static final Offset<Double> EXACT = within(1e-12);

  private final GreedyDualPolicy policy = new GreedyDualPolicy();
  private final FunctionSpec small = Functions.of("small", 128, 1);
  private final FunctionSpec large = Functions.of("large", 1024, 1);

  /** Not equal to another one of the same function. */
  private static final class Idle implements IdleContainer {
    private final FunctionSpec function;

    Idle(FunctionSpec function) {
      this.function = function;
    }

    @Override
    public FunctionSpec function() {
      return function;
    }

    @Override
    public boolean isPrepared() {
      return false;
    }

    @Override
    public long lastUsedMicros() {
      return 0;
    }
  }

  private double rank(IdleContainer container) {
    policy.becameIdle(container, 0);
    return policy.evictionRank(container, 0);
  }

  private void coldStarts(FunctionSpec function, long micros) {
    policy.startTook(function, StartKind.COLD, micros, 0);
    policy.startTook(function, StartKind.WARM, 0, 0);
  }

  @Test
  void priorityIsFrequencyTimesColdStartBySize() {
    coldStarts(small, 2_000_000);
    coldStarts(large, 3_000_000);
    IdleContainer often = new Idle(small);
    rank(often);
    rank(often);

    assertThat(rank(often)).isCloseTo(3 * 2.0 / 128, EXACT);
    assertThat(rank(new Idle(small))).isCloseTo(2.0 / 128, EXACT);
    assertThat(rank(new Idle(large))).isCloseTo(3.0 / 1024, EXACT);
  }

  @Test
  void whatIsNotMeasuredYetCostsTheMeanOfAll() {
    coldStarts(large, 3_000_000);

    assertThat(rank(new Idle(small))).isCloseTo(3.0 / 128, EXACT);
  }

  @Test
  void theClockIsThePriorityOfWhatWentLastSoThatOldMeritsFade() {
    coldStarts(small, 2_000_000);
    coldStarts(large, 1_000_000);
    IdleContainer first = new Idle(small);
    double before = rank(first);
    policy.evicted(first, 0);

    assertThat(rank(new Idle(large))).isCloseTo(before + 1.0 / 1024, EXACT);
  }

  @Test
  void theClockNeverGoesBack() {
    coldStarts(large, 1_000_000);
    IdleContainer lower = new Idle(large);
    IdleContainer higher = new Idle(small);
    rank(lower);
    double highest = rank(higher);
    policy.evicted(higher, 0);
    policy.evicted(lower, 0);

    assertThat(rank(new Idle(large))).isCloseTo(highest + 1.0 / 1024, EXACT);
  }

  @Test
  void nothingGoesForItsAge() {
    assertThat(policy.keepAliveMicros(new Idle(small), 0)).isEqualTo(PoolPolicy.NEVER);
  }
}
