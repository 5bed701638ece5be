/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.ContainerId;
import io.aquatope.pool.CpuSlots;
import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolListener;
import io.aquatope.pool.StemCellCount;
import io.aquatope.pool.machine.PooledContainer.State;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * What holds whatever happens: random load, random failures, and a policy that asks for anything.
 */
class ContainerPoolPropertyTest {

  private static final int EVENTS = 400;

  /** A pool, what is around it, and checks after each event. */
  private static final class Run implements PoolListener {
    final CpuSlots cpu;
    final RandomPolicy policy;
    final SimulatedInvoker invoker;
    final ContainerPool pool;
    final PoolState state;

    Run(long seed, long memoryMb, CpuSlots cpu) {
      this.cpu = cpu;
      policy = new RandomPolicy(seed);
      invoker = new SimulatedInvoker(seed, RandomLoad.FUNCTIONS);
      pool = new ContainerPool(memoryMb, cpu, policy, invoker, this);
      state = (PoolState) pool.view();
      pool.start(0);
    }

    void happen(boolean withArrivals) {
      PoolEvent event = invoker.next(pool.nextWakeUpMicros(), withArrivals);
      event.happenTo(pool);
      assertThat(state.buffered()).as("waiting after %s", event).isEqualTo(invoker.waiting());
      assertThat(state.usedMb()).isLessThanOrEqualTo(state.memoryMb());
      assertThat(state.containers.keySet())
          .as("containers that take memory after %s", event)
          .isEqualTo(invoker.inAccount());
      assertThat(state.busyMilliCores()).isLessThanOrEqualTo(cpu.milliCores());
      assertThat(state.containers.values())
          .as("kept no longer than the policy says")
          .filteredOn(PooledContainer::isIdle)
          .allMatch(c -> policy.deadlines.getOrDefault(c, 0L) > event.nowMicros());
      assertSums();
      pool.checkConsistent();
    }

    private void assertSums() {
      Predicate<PooledContainer> all = c -> true;
      Predicate<PooledContainer> busy = c -> c.active > 0;
      Predicate<PooledContainer> preparing = c -> c.state == State.PREPARING && c.active == 0;
      assertThat(state.usedMb()).isEqualTo(mb(all));
      assertThat(state.busyContainers()).isEqualTo(count(busy));
      assertThat(state.busyMb()).isEqualTo(mb(busy));
      assertThat(state.busyMilliCores()).as("CPU of busy containers").isEqualTo(milliCores(busy));
      assertThat(state.idleContainers()).isEqualTo(count(PooledContainer::isIdle));
      assertThat(state.idleMb()).isEqualTo(mb(PooledContainer::isIdle));
      assertThat(count(busy.and(PooledContainer::isIdle))).isZero();
      assertThat(state.stemCells()).isEqualTo(count(PooledContainer::isStemCell));
      assertThat(state.stemCellMb()).isEqualTo(mb(PooledContainer::isStemCell));
      assertThat(state.preparingMb()).isEqualTo(mb(preparing));
      for (FunctionSpec function : RandomLoad.FUNCTIONS) {
        Predicate<PooledContainer> own =
            c -> !c.isStemCell() && c.function().id().equals(function.id());
        assertThat(state.count(function.id()))
            .isEqualTo(
                new FunctionCount(
                    count(own.and(busy)),
                    count(own.and(c -> c.isIdle() && !c.isPrepared())),
                    count(own.and(PooledContainer::isPrepared)),
                    count(own.and(preparing))));
        Predicate<PooledContainer> cells =
            c -> c.isStemCell() && c.stemCell.equals(function.stemCell());
        assertThat(state.count(function.stemCell()))
            .isEqualTo(
                new StemCellCount(
                    count(cells.and(c -> c.state == State.STEM_CELL)),
                    count(cells.and(c -> c.state == State.STEM_CELL_STARTING))));
      }
    }

    private int count(Predicate<PooledContainer> which) {
      return (int) state.containers.values().stream().filter(which).count();
    }

    private long milliCores(Predicate<PooledContainer> which) {
      return state.containers.values().stream()
          .filter(which)
          .mapToLong(c -> cpu.needOf(c.function()))
          .sum();
    }

    private long mb(Predicate<PooledContainer> which) {
      return state.containers.values().stream()
          .filter(which)
          .mapToLong(PooledContainer::memoryMb)
          .sum();
    }

    @Override
    public void evicted(ContainerId container, IdleContainer idle, long nowMicros) {
      double least =
          state.containers.values().stream()
              .filter(PooledContainer::isEvictable)
              .mapToDouble(this::rank)
              .min()
              .orElseThrow();
      assertThat(rank((PooledContainer) idle)).as("evicted by least rank").isEqualTo(least);
    }

    /** Containers in preparation come last. */
    private double rank(PooledContainer container) {
      return container.state == State.PREPARING
          ? Double.POSITIVE_INFINITY
          : policy.ranks.getOrDefault(container, Double.NaN);
    }
  }

  @Property(tries = 500)
  void noActivationIsLostOrRunTwiceAndNothingLeaks(
      @ForAll long seed,
      @ForAll @IntRange(min = 3, max = 16) int memory,
      @ForAll @IntRange(max = 4) int cores) {
    Run run = new Run(seed, memory * 128L, slots(cores));
    for (int i = 0; i < EVENTS; i++) {
      run.happen(true);
    }
    for (int i = 0; i < 10_000 && !run.invoker.isQuiet(); i++) {
      run.happen(false);
    }
    assertThat(run.invoker.ended()).as("activations dealt with").isEqualTo(run.invoker.calls());
    assertThat(run.invoker.feed()).as("asked for more").isEqualTo(SimulatedInvoker.FEED);

    run.policy.stop();
    for (int i = 0; i < 10_000 && run.invoker.hasContainers(); i++) {
      run.happen(false);
    }
    assertThat(run.state.usedMb()).isZero();
    assertThat(run.state.containers).isEmpty();
    assertThat(run.state.functions).isEmpty();
    assertThat(run.state.stemCells()).isZero();
    assertThat(run.state.bufferedMb()).isZero();
  }

  @Property(tries = 50)
  void theSameInputGivesTheSameOutput(
      @ForAll long seed, @ForAll @IntRange(min = 3, max = 16) int memory) {
    assertThat(log(seed, memory * 128L)).isNotEmpty().isEqualTo(log(seed, memory * 128L));
  }

  /** CPU in proportion to memory, some functions uncounted, some larger than all; 0: off. */
  private static CpuSlots slots(int cores) {
    return cores == 0
        ? CpuSlots.OFF
        : CpuSlots.of(
            cores, 0.7, function -> function.maxConcurrent() > 2 ? 0 : 4 * function.memoryMb());
  }

  private static List<String> log(long seed, long memoryMb) {
    Run run = new Run(seed, memoryMb, slots(2));
    for (int i = 0; i < EVENTS; i++) {
      run.happen(true);
    }
    return run.invoker.log();
  }
}
