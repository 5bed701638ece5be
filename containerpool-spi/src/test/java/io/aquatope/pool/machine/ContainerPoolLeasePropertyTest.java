/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.ContainerId;
import io.aquatope.pool.CpuSlots;
import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolListener;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.machine.SimulatedLeases.OrderFailure;
import io.aquatope.pool.policy.LeasePolicy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Invariants of a pool under OpenWhisk's scheduler, whatever happens: random creations, proxies
 * that fail in every state, orders that fail, drains, outdated containers, and a policy that asks
 * for anything.
 */
class ContainerPoolLeasePropertyTest {

  private static final int EVENTS = 10_000;
  private static final long KEPT_MICROS = 30_000_000;

  private static final List<FunctionSpec> FUNCTIONS =
      List.of(
          function("a", "nodejs:20", 128),
          function("b", "nodejs:20", 128),
          function("c", "nodejs:20", 256),
          function("d", "python:3", 384),
          function("e", "python:3", 256));

  private static FunctionSpec function(String name, String kind, int memoryMb) {
    return new FunctionSpec(new FunctionId("ns", name, "1"), kind, memoryMb, 1);
  }

  /** A policy that also fails as leases begin. */
  private static final class FailingPolicy extends RandomPolicy {
    private final SplittableRandom random;

    FailingPolicy(long seed) {
      super(seed, FUNCTIONS);
      random = new SplittableRandom(seed + 1);
    }

    @Override
    public void started(FunctionSpec function, StartKind start, long nowMicros) {
      if (random.nextInt(200) == 0) {
        throw new OrderFailure();
      }
    }
  }

  /** A pool and its invoker, with checks after each event. */
  private static final class Run implements PoolListener {
    final FailingPolicy policy;
    final SimulatedLeases invoker;
    final ContainerPool pool;
    final PoolState state;
    final CpuSlots cpu;
    long nowMicros;
    boolean floored = true;
    boolean disabled;
    long lastContainer;

    Run(long seed, long memoryMb, CpuSlots cpu) {
      this.cpu = cpu;
      policy = new FailingPolicy(seed);
      invoker = new SimulatedLeases(seed + 2, FUNCTIONS);
      pool = new ContainerPool(memoryMb, cpu, new LeasePolicy(policy), invoker, this, this::kept);
      state = (PoolState) pool.view();
      invoker.attach(pool);
      pool.start(0);
    }

    /** The last container of a function stays for a while. */
    private long kept(IdleContainer container, long since, long now) {
      FunctionCount count = pool.view().count(container.function().id());
      boolean isLast = count.busy() + count.idle() + count.prepared() <= 1;
      return floored && isLast ? Math.max(0, since + KEPT_MICROS - now) : 0;
    }

    @Override
    public void release(ContainerId id, IdleContainer idle, long now) {
      PooledContainer container = (PooledContainer) idle;
      assertThat(container.retired || kept(idle, container.idleSinceMicros, now) == 0)
          .as("kept by the floor")
          .isTrue();
    }

    void happen(boolean withCreations) {
      long wakeUp = pool.nextWakeUpMicros();
      nowMicros += 1 + (invoker.chance(3) ? 600_000 : 1000);
      if (wakeUp <= nowMicros) {
        nowMicros = Math.max(wakeUp, 1);
        pool.wakeUp(nowMicros);
      } else if (withCreations && invoker.chance(disabled ? 20 : 300)) {
        toggle();
      } else if (withCreations && invoker.chance(30)) {
        invoker.retireAny(nowMicros);
      } else {
        invoker.happen(nowMicros, withCreations);
      }
      check();
    }

    private void toggle() {
      disabled = !disabled;
      if (disabled) {
        pool.disable();
      } else {
        pool.enable(nowMicros);
      }
    }

    private void check() {
      pool.checkConsistent();
      assertThat(state.buffered()).as("no lease waits").isZero();
      assertThat(state.busyMilliCores()).isLessThanOrEqualTo(cpu.milliCores());
      assertThat(state.containers.keySet()).isEqualTo(invoker.inAccount());
      assertThat(ids(c -> c.active > 0)).as("busy under a lease").isEqualTo(invoker.leased());
      assertThat(invoker.leased()).as("leased by a live proxy").allMatch(invoker::isLive);
      assertThat(ids(c -> c.active > 1)).as("one lease at a time").isEmpty();
      assertThat(ids(c -> c.retired && c.active == 0)).as("retired, and still there").isEmpty();
      assertThat(ids(PooledContainer::isPrepared))
          .as("keys belong to prepared containers")
          .containsAll(invoker.keys());
      long told = state.memoryMb() - state.busyMb();
      assertThat(state.idleMb() + state.preparingMb()).isLessThanOrEqualTo(told);
      if (disabled) {
        assertThat(state.containers.keySet())
            .as("nothing new while disabled")
            .allMatch(id -> id.number() <= lastContainer);
      } else {
        lastContainer = ids(c -> true).stream().mapToLong(ContainerId::number).max().orElse(0);
      }
    }

    private Set<ContainerId> ids(Predicate<PooledContainer> which) {
      Set<ContainerId> ids = new HashSet<>();
      for (PooledContainer container : state.containers.values()) {
        if (which.test(container)) {
          ids.add(container.id);
        }
      }
      return ids;
    }
  }

  @Property(tries = 20)
  void eachCreationIsAcknowledgedOnceAndNothingLeaks(
      @ForAll long seed,
      @ForAll @IntRange(min = 3, max = 24) int memory,
      @ForAll @IntRange(max = 3) int cores) {
    CpuSlots cpu =
        cores == 0 ? CpuSlots.OFF : CpuSlots.of(cores, 1, function -> 4 * function.memoryMb());
    Run run = new Run(seed, memory * 128L, cpu);
    for (int i = 0; i < EVENTS; i++) {
      run.happen(true);
    }
    if (run.disabled) {
      run.toggle();
    }
    run.policy.stop();
    run.floored = false;
    for (int i = 0; i < 50_000 && !run.invoker.isQuiet(); i++) {
      run.happen(false);
      if (i % 10 == 0) {
        run.invoker.retireAny(run.nowMicros);
        run.check();
      }
    }
    assertThat(run.invoker.acknowledged()).hasSize((int) run.invoker.creations());
    assertThat(run.invoker.acknowledged().values()).as("acknowledged").allMatch(n -> n == 1);
    assertThat(run.invoker.isQuiet()).as("no proxy is left").isTrue();
    assertThat(run.state.containers).isEmpty();
    assertThat(run.state.functions).isEmpty();
    assertThat(run.state.usedMb()).isZero();
    assertThat(run.invoker.keys()).isEmpty();
  }

  /** The random run reaches what it is about: otherwise the property would show little. */
  @Property(tries = 1)
  void runsReachHandedBackAndPreparedContainers() {
    Run run = new Run(7, 16 * 128L, CpuSlots.OFF);
    for (int i = 0; i < EVENTS; i++) {
      run.happen(true);
    }
    assertThat(run.invoker.handedBack()).isGreaterThan(20);
    assertThat(run.invoker.starts().elementSet())
        .contains(
            StartKind.WARM,
            StartKind.PREPARED,
            StartKind.CREATED,
            StartKind.STEM_CELL,
            StartKind.PREPARING,
            StartKind.COLD,
            StartKind.RECREATED);
    assertThat(run.invoker.creations()).isGreaterThan(300);
  }
}
