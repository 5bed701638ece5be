/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.CpuSlots;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.machine.PooledContainer.State;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdleQueueTest {

  private final IdleQueue queue = new IdleQueue(container -> container.idlePeriod);
  private final PoolState state = new PoolState(1 << 20, CpuSlots.OFF, new ScriptedPolicy());

  @Test
  void givesTheLeastKeyFirstAndAmongEqualOnesTheEarliest() {
    PooledContainer first = idle();
    PooledContainer second = idle();
    PooledContainer least = idle();
    queue.add(2, first);
    queue.add(2, second);
    queue.add(1, least);

    assertThat(drain()).containsExactly(least, first, second);
  }

  @Test
  void forgetsAContainerThatHasBeenUsedSince() {
    PooledContainer used = idle();
    queue.add(1, used);
    state.take(used);
    state.put(used);

    assertThat(queue.head()).isNull();
    assertThat(queue.headKey()).isInfinite();
  }

  @Test
  void staysInProportionToTheIdleContainersHoweverOftenTheyAreUsed() {
    List<PooledContainer> few = List.of(idle(), idle(), idle());
    for (int use = 0; use < 100_000; use++) {
      PooledContainer container = few.get(use % few.size());
      state.take(container);
      state.put(container);
      queue.add(use, container);
    }

    assertThat(queue.size()).isLessThanOrEqualTo(64);
  }

  private PooledContainer idle() {
    FunctionId id = new FunctionId("guest", "f", "1");
    return state.add(new FunctionSpec(id, "test", 128, 1), State.WARM);
  }

  private List<PooledContainer> drain() {
    List<PooledContainer> drained = new ArrayList<>();
    for (PooledContainer head = queue.head(); head != null; head = queue.head()) {
      drained.add(head);
      state.remove(head);
    }
    return drained;
  }
}
