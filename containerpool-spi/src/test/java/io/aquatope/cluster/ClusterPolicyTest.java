/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cluster;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.Activation;
import io.aquatope.pool.ContainerDriver;
import io.aquatope.pool.ContainerId;
import io.aquatope.pool.CpuSlots;
import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolListener;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.machine.ContainerPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A policy for a cluster of three invokers, in the pool of one of them. */
class ClusterPolicyTest {

  private static final FunctionSpec F =
      new FunctionSpec(new FunctionId("ns", "ns/f", "1-0"), "nodejs:20", 256, 1);

  private record Lease(FunctionSpec function) implements Activation {
    @Override
    public long root() {
      return 1;
    }
  }

  /** Keeps what it hears, and plans what the test prescribes. */
  private static final class RecordingPolicy implements PoolPolicy {
    final List<String> heard = new ArrayList<>();
    List<PoolAction> actions = List.of();
    long keepAliveMicros = NEVER;
    @Nullable PoolView view;

    @Override
    public void attached(PoolView pool) {
      view = pool;
    }

    FunctionCount count() {
      return view == null ? FunctionCount.NONE : view.count(F.id());
    }

    @Override
    public long keepAliveMicros(IdleContainer container, long nowMicros) {
      return keepAliveMicros;
    }

    @Override
    public void leased(Activation lease, long nowMicros) {
      heard.add("leased " + lease.function().id());
    }

    @Override
    public void busyChanged(FunctionSpec function, long nowMicros) {
      heard.add("busy " + count().busy());
    }

    @Override
    public long nextPlanMicros(long nowMicros) {
      return nowMicros + 1_000_000;
    }

    @Override
    public List<PoolAction> plan(long nowMicros) {
      return actions;
    }

    @Override
    public List<PoolAction> followUp(
        Activation activation, @Nullable StartKind start, long nowMicros) {
      return actions;
    }
  }

  private static final class RecordingDriver implements ContainerDriver {
    final List<String> orders = new ArrayList<>();

    @Override
    public void startStemCell(ContainerId container, StemCell stemCell) {
      orders.add("start " + container.number());
    }

    @Override
    public void prepare(ContainerId container, FunctionSpec function, PreparationDepth depth) {
      orders.add("prepare " + container.number());
    }

    @Override
    public void run(ContainerId container, Activation activation, StartKind start) {
      orders.add("run " + container.number());
    }

    @Override
    public void remove(ContainerId container) {
      orders.add("remove " + container.number());
    }
  }

  private final RecordingPolicy policy = new RecordingPolicy();
  private final RecordingDriver driver = new RecordingDriver();
  private final int first = RendezvousOrder.of(F.id(), List.of(0, 1, 2)).get(0);
  private final int last = RendezvousOrder.of(F.id(), List.of(0, 1, 2)).get(2);
  private final List<ClusterListener> listeners = new ArrayList<>();
  private final ClusterFacts facts =
      new ClusterFacts(
          new ClusterKeyReader(KeyTexts.CLUSTER),
          value -> new InvokerResources(true, 1024, 512, Set.of(), Set.of()),
          new ClusterListener() {
            @Override
            public void began(FunctionId function, int invoker, long now) {
              listeners.forEach(listener -> listener.began(function, invoker, now));
            }

            @Override
            public void changed(FunctionId function, long now) {
              listeners.forEach(listener -> listener.changed(function, now));
            }
          });
  private long keptMicros = 60_000_000;

  @BeforeEach
  void threeInvokers() {
    for (int i = 0; i < 3; i++) {
      facts.put(KeyTexts.invoker(i), "", -ContainerSlots.HEALTHY_MICROS);
    }
  }

  private ContainerPool poolOf(int self) {
    ContainerSlots slots = new ContainerSlots(facts, RequiredTags.NONE, self);
    ClusterPolicy cluster =
        new ClusterPolicy(policy, facts, slots, id -> id.equals(F.id()) ? F : null, self);
    listeners.add(cluster);
    ContainerPool[] pool = new ContainerPool[1];
    ClusterFloor floor =
        new ClusterFloor(
            slots,
            namespace -> new KeepingLimits.KeepingLimit(1, keptMicros),
            () -> pool[0].view());
    pool[0] = new ContainerPool(1536, CpuSlots.OFF, cluster, driver, PoolListener.NONE, floor);
    pool[0].start(0);
    return pool[0];
  }

  @Test
  void policyHearsOfLeasesElsewhereAndCountsThem() {
    ContainerPool pool = poolOf(first);
    facts.put(KeyTexts.running(F.id(), last, "c"), "", 1);
    facts.put(KeyTexts.running(new FunctionId("ns", "ns/unknown", "1-0"), last, "c"), "", 1);
    assertThat(policy.heard).containsExactly("leased " + F.id(), "busy 1");
    facts.put(KeyTexts.ready(F.id(), last, "d"), "", 2);
    assertThat(policy.count()).isEqualTo(new FunctionCount(1, 1, 0, 0));
    assertThat(pool.view().count(F.id())).as("own").isEqualTo(FunctionCount.NONE);
    facts.delete(KeyTexts.running(F.id(), last, "c"), 3);
    assertThat(policy.count()).isEqualTo(new FunctionCount(0, 1, 0, 0));
  }

  @Test
  void leaseThatBeginsHereIsCountedOnceAtEachOfItsSteps() {
    ContainerPool pool = poolOf(first);
    facts.put(KeyTexts.coming(F.id(), "s0", "x"), "", 1);
    assertThat(policy.count().busy()).as("asked for").isEqualTo(1);
    pool.offer(new Lease(F), 2);
    assertThat(policy.count().busy()).as("bound").isEqualTo(1);
    facts.put(KeyTexts.running(F.id(), first, "c"), "", 3);
    assertThat(policy.count().busy()).as("not acknowledged yet").isEqualTo(1);
    facts.delete(KeyTexts.coming(F.id(), "s0", "x"), 3);
    assertThat(policy.count().busy()).as("running").isEqualTo(1);
    pool.completed(new ContainerId(1), 4);
    facts.put(KeyTexts.ready(F.id(), first, "c"), "", 5);
    facts.delete(KeyTexts.running(F.id(), first, "c"), 5);
    assertThat(policy.count()).as("paused").isEqualTo(new FunctionCount(0, 1, 0, 0));
    assertThat(policy.heard).filteredOn(what -> what.startsWith("leased")).hasSize(1);
  }

  @Test
  void leasesThatBeginElsewhereAreCountedOnceAtEachOfTheirSteps() {
    poolOf(first);
    facts.put(KeyTexts.running(F.id(), 7, "old"), "", 1);
    facts.put(KeyTexts.coming(F.id(), "s0", "x"), "", 2);
    facts.put(KeyTexts.coming(F.id(), "s0", "y"), "", 2);
    assertThat(policy.count().busy()).as("asked for").isEqualTo(3);
    facts.put(KeyTexts.running(F.id(), last, "c"), "", 3);
    assertThat(policy.count().busy()).as("one runs, and is not acknowledged").isEqualTo(3);
    facts.delete(KeyTexts.coming(F.id(), "s0", "x"), 4);
    assertThat(policy.count().busy()).as("acknowledged").isEqualTo(3);
    facts.delete(KeyTexts.coming(F.id(), "s0", "y"), 5);
    assertThat(policy.count().busy()).as("the other one was refused").isEqualTo(2);
    facts.delete(KeyTexts.running(F.id(), last, "c"), 6);
    assertThat(policy.count().busy()).isEqualTo(1);
  }

  @Test
  void planIsCutToOwnSlots() {
    policy.actions = List.of(new PoolAction.Prepare(F, 4));
    poolOf(first).wakeUp(1_000_000);
    assertThat(driver.orders).as("first and fourth slot").hasSize(2);
    driver.orders.clear();
    poolOf(last).wakeUp(1_000_000);
    assertThat(driver.orders).as("third slot").hasSize(1);
  }

  @Test
  void followersArePreparedWhereTheirPredecessorRuns() {
    policy.actions = List.of(new PoolAction.Prepare(F, 1));
    ContainerPool pool = poolOf(last);
    pool.fetched(new ContainerId(1), new Lease(F), StartKind.WARM, 1);
    assertThat(driver.orders).containsExactly("prepare 1");
  }

  @Test
  void surplusGoesOnOneInvoker() {
    policy.actions = List.of(new PoolAction.Release(F, 1));
    ContainerPool a = poolOf(first);
    ContainerPool b = poolOf(last);
    keptMicros = 0;
    for (ContainerPool pool : List.of(a, b)) {
      pool.offer(new Lease(F), 1);
      pool.completed(new ContainerId(1), 2);
    }
    facts.put(KeyTexts.ready(F.id(), first, "c"), "", 3);
    facts.put(KeyTexts.ready(F.id(), last, "c"), "", 3);
    driver.orders.clear();
    a.wakeUp(1_000_000);
    b.wakeUp(1_000_000);
    assertThat(driver.orders).hasSize(1);
  }

  @Test
  void lastContainerOfTheClusterIsKept() {
    policy.keepAliveMicros = 1_000_000;
    ContainerPool a = poolOf(first);
    ContainerPool b = poolOf(last);
    for (ContainerPool pool : List.of(a, b)) {
      pool.offer(new Lease(F), 1);
      pool.completed(new ContainerId(1), 2);
    }
    facts.put(KeyTexts.ready(F.id(), first, "c"), "", 3);
    facts.put(KeyTexts.ready(F.id(), last, "c"), "", 3);
    driver.orders.clear();
    // Both at the same time, before either hears of the other.
    a.wakeUp(2_000_000);
    b.wakeUp(2_000_000);
    assertThat(driver.orders).containsExactly("remove 1");
    assertThat(a.view().count(F.id()).idle()).isEqualTo(1);
    a.wakeUp(keptMicros + 2);
    assertThat(a.view().count(F.id()).idle()).isZero();
  }

  @Test
  void twoContainersOfOneInvokerAreNotBothLetGo() {
    policy.keepAliveMicros = 1_000_000;
    ContainerPool a = poolOf(first);
    a.offer(new Lease(F), 1);
    a.offer(new Lease(F), 1);
    a.completed(new ContainerId(1), 2);
    a.completed(new ContainerId(2), 2);
    facts.put(KeyTexts.ready(F.id(), first, "c1"), "", 3);
    facts.put(KeyTexts.ready(F.id(), first, "c2"), "", 3);
    a.wakeUp(2_000_000);
    assertThat(a.view().count(F.id()).idle()).isEqualTo(1);
  }

  @Test
  void memoryIsThatOfAllInvokers() {
    ContainerPool pool = poolOf(first);
    pool.offer(new Lease(F), 1);
    PoolView view = requireNonNull(policy.view);
    assertThat(view.memoryMb()).isEqualTo(3 * 1536);
    assertThat(view.usedMb()).as("as if all were as full").isEqualTo(3 * 256);
    assertThat(view.busyMb()).isEqualTo(256 + 2 * 512);
  }

  @Test
  void localVariantOfARevisionCountsAsTheRevision() {
    poolOf(first);
    facts.put(KeyTexts.ready(F.id(), last, "c"), "", 3);
    FunctionId variant = new FunctionId("ns", "ns/f", "1-0~2");
    PoolView view = requireNonNull(policy.view);
    assertThat(view.count(variant).idle()).isEqualTo(1);
  }
}
