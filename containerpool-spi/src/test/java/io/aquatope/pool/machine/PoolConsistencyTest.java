/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.pool.CpuSlots;
import io.aquatope.pool.machine.PooledContainer.State;
import org.junit.jupiter.api.Test;

final class PoolConsistencyTest {

  private final PoolState state = new PoolState(1024, CpuSlots.OFF, new ScriptedPolicy());
  private final PooledContainer container = state.add(RandomLoad.FUNCTIONS.get(0), State.PREPARING);

  @Test
  void sumsThatFollowTheContainersAreConsistent() {
    assertThatCode(new PoolConsistency(state)::check).doesNotThrowAnyException();
  }

  @Test
  void aContainerThatChangesWithoutItsSumsIsReported() {
    container.state = State.PREPARED;

    assertThatThrownBy(new PoolConsistency(state)::check)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("idle containers: 0 by the sum, 1 by the containers");
  }

  @Test
  void aContainerThatIsForgottenWithoutItsMemoryIsReported() {
    state.containers.remove(container.id);

    assertThatThrownBy(new PoolConsistency(state)::check)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("used MB");
  }
}
