/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import io.aquatope.pool.Activation;
import io.aquatope.pool.ContainerDriver;
import io.aquatope.pool.ContainerId;
import io.aquatope.pool.CpuSlots;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolListener;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.WarmFloor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pool under test whose orders and notices are recorded as lines such as {@code run a1 in 1
 * COLD}. Containers are called by their number, 1 being the first; time is in seconds.
 */
final class PoolFixture implements ContainerDriver, PoolListener {

  /** An activation with a name for tests. */
  record Call(String name, FunctionSpec function) implements Activation {
    @Override
    public long root() {
      return name.hashCode();
    }
  }

  final ContainerPool pool;
  private final List<String> lines = new ArrayList<>();
  private long nowMicros;

  /** What the driver says to preparations: yes, no, or nothing as it fails. */
  enum Preparations {
    POSSIBLE,
    IMPOSSIBLE,
    BROKEN
  }

  /** What the driver does with an order to run. */
  enum Runs {
    POSSIBLE,
    BROKEN
  }

  Runs runs = Runs.POSSIBLE;
  Preparations preparations = Preparations.POSSIBLE;

  PoolFixture(long memoryMb, PoolPolicy policy) {
    this(memoryMb, CpuSlots.OFF, policy);
  }

  PoolFixture(long memoryMb, CpuSlots cpu, PoolPolicy policy) {
    this(memoryMb, cpu, policy, WarmFloor.NONE);
  }

  PoolFixture(long memoryMb, CpuSlots cpu, PoolPolicy policy, WarmFloor floor) {
    pool = new ContainerPool(memoryMb, cpu, policy, this, this, floor);
    pool.start(0);
  }

  static FunctionSpec function(String name, int memoryMb, int maxConcurrent) {
    return new FunctionSpec(new FunctionId("ns", name, "1"), "nodejs:20", memoryMb, maxConcurrent);
  }

  static FunctionSpec function(String name, int memoryMb) {
    return function(name, memoryMb, 1);
  }

  /** What was ordered and noticed since the last call. */
  List<String> lines() {
    List<String> taken = List.copyOf(lines);
    lines.clear();
    return taken;
  }

  PoolFixture at(double seconds) {
    nowMicros = Math.round(seconds * 1e6);
    return this;
  }

  /** Has the policy plan these actions in a microsecond from now, and wakes the pool up then. */
  PoolFixture plan(ScriptedPolicy policy, PoolAction... actions) {
    policy.initially();
    policy.planned = List.of(actions);
    policy.nextPlanMicros = nowMicros + 1;
    pool.start(nowMicros);
    nowMicros++;
    return wakeUp();
  }

  PoolFixture submit(String name, FunctionSpec function) {
    pool.submit(new Call(name, function), nowMicros);
    return this;
  }

  @Nullable StartKind offer(String name, FunctionSpec function) {
    return pool.offer(new Call(name, function), nowMicros);
  }

  @Nullable StartKind offerAgain(long lost, String name, FunctionSpec function) {
    return pool.offerAgain(new ContainerId(lost), new Call(name, function), nowMicros);
  }

  PoolFixture unused(long container) {
    pool.unused(new ContainerId(container), nowMicros);
    return this;
  }

  boolean retire(long container) {
    return pool.retire(new ContainerId(container), nowMicros);
  }

  PoolFixture completed(long container) {
    pool.completed(new ContainerId(container), nowMicros);
    return this;
  }

  PoolFixture prepared(long container) {
    pool.prepared(new ContainerId(container), nowMicros);
    return this;
  }

  PoolFixture replaced(long container) {
    pool.replaced(new ContainerId(container), nowMicros);
    return this;
  }

  PoolFixture stemCellReady(long container) {
    pool.stemCellReady(new ContainerId(container), nowMicros);
    return this;
  }

  PoolFixture handBack(long container, String name, FunctionSpec function) {
    pool.handBack(new ContainerId(container), new Call(name, function), nowMicros);
    return this;
  }

  PoolFixture removed(long container) {
    pool.removed(new ContainerId(container), true, nowMicros);
    return this;
  }

  PoolFixture removedWithoutReplacement(long container) {
    pool.removed(new ContainerId(container), false, nowMicros);
    return this;
  }

  PoolFixture rescheduling(long container) {
    pool.rescheduling(new ContainerId(container), nowMicros);
    return this;
  }

  PoolFixture terminated(long container) {
    pool.terminated(new ContainerId(container), nowMicros);
    return this;
  }

  PoolFixture wakeUp() {
    pool.wakeUp(nowMicros);
    return this;
  }

  double nextWakeUpSeconds() {
    long next = pool.nextWakeUpMicros();
    return next == PoolPolicy.NEVER ? Double.POSITIVE_INFINITY : next / 1e6;
  }

  @Override
  public void startStemCell(ContainerId container, StemCell stemCell) {
    lines.add("start " + container.number() + " for " + stemCell.memoryMb() + " MB");
  }

  @Override
  public boolean canPrepare(FunctionSpec function) {
    return preparations != Preparations.IMPOSSIBLE;
  }

  @Override
  public void prepare(ContainerId container, FunctionSpec function, PreparationDepth depth) {
    if (preparations == Preparations.BROKEN) {
      throw new IllegalStateException("no proxy can be made");
    }
    lines.add("prepare " + container.number() + " for " + function.id().action());
  }

  @Override
  public void run(ContainerId container, Activation activation, StartKind start) {
    if (runs == Runs.BROKEN) {
      throw new IllegalStateException("no proxy can be told");
    }
    lines.add("run " + ((Call) activation).name() + " in " + container.number() + " " + start);
  }

  @Override
  public void remove(ContainerId container) {
    lines.add("remove " + container.number());
  }

  @Override
  public void ready() {
    lines.add("ready");
  }

  @Override
  public void buffered(Activation activation, long now) {
    lines.add("buffered " + ((Call) activation).name());
  }

  @Override
  public void evicted(ContainerId container, IdleContainer idle, long now) {
    lines.add("evicted " + container.number());
  }

  @Override
  public void release(ContainerId container, IdleContainer idle, long now) {
    lines.add("release " + container.number());
  }

  @Override
  public void expired(ContainerId container, StemCell stemCell, long now) {
    lines.add("expired " + container.number());
  }

  @Override
  public void lost(ContainerId container, long now) {
    lines.add("lost " + container.number());
  }

  @Override
  public void backedOff(PoolAction.Prepare action, long now) {
    lines.add("backed off");
  }

  @Override
  public void impossible(PoolAction.Prepare action, long now) {
    lines.add("impossible");
  }

  @Override
  public void refused(PoolAction action, long now) {
    lines.add("refused");
  }
}
