/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import io.aquatope.pool.Activation;
import io.aquatope.pool.ContainerDriver;
import io.aquatope.pool.ContainerId;
import io.aquatope.pool.CpuSlots;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolListener;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.StemCellCount;
import io.aquatope.pool.machine.ContainerPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A policy at work in a pool of 10 GB; containers are called by their number. */
public final class PolicyFixture implements ContainerDriver {

  public static final StemCell STEM_CELL = new StemCell("nodejs:20", 256);
  public static final FunctionSpec FUNCTION =
      new FunctionSpec(new FunctionId("ns", "a", "1"), "nodejs:20", 256, 1);

  private final ContainerPool pool;
  private final List<String> lines = new ArrayList<>();
  private long nextRoot;
  private long nowMicros;

  public PolicyFixture(PoolPolicy policy) {
    pool = new ContainerPool(10_240, CpuSlots.OFF, policy, this, PoolListener.NONE);
    pool.start(0);
  }

  public PolicyFixture at(Duration time) {
    nowMicros = time.toNanos() / 1000;
    return this;
  }

  private record Call(FunctionSpec function, long root) implements Activation {}

  public PolicyFixture submit(FunctionSpec... functions) {
    for (FunctionSpec function : functions) {
      pool.submit(new Call(function, nextRoot++), nowMicros);
    }
    return this;
  }

  PolicyFixture stemCellsReady(long... numbers) {
    for (long number : numbers) {
      pool.stemCellReady(new ContainerId(number), nowMicros);
    }
    return this;
  }

  public PolicyFixture completed(long number) {
    pool.completed(new ContainerId(number), nowMicros);
    return this;
  }

  public PolicyFixture prepared(long number) {
    pool.prepared(new ContainerId(number), nowMicros);
    return this;
  }

  public PolicyFixture removed(long number) {
    pool.removed(new ContainerId(number), true, nowMicros);
    return this;
  }

  /** Wakes the pool up at each time that it asked for, up to this one. */
  public PolicyFixture until(Duration time) {
    long end = time.toNanos() / 1000;
    while (pool.nextWakeUpMicros() <= end) {
      nowMicros = pool.nextWakeUpMicros();
      pool.wakeUp(nowMicros);
    }
    return at(time);
  }

  StemCellCount stemCells() {
    return pool.view().count(STEM_CELL);
  }

  /** What was ordered since the last call. */
  public List<String> lines() {
    List<String> taken = List.copyOf(lines);
    lines.clear();
    return taken;
  }

  @Override
  public void startStemCell(ContainerId container, StemCell stemCell) {
    lines.add("start " + container.number());
  }

  @Override
  public void prepare(ContainerId container, FunctionSpec function, PreparationDepth depth) {
    lines.add("prepare " + container.number());
  }

  @Override
  public void run(ContainerId container, Activation activation, StartKind start) {
    lines.add("run in " + container.number() + " " + start);
  }

  @Override
  public void remove(ContainerId container) {
    lines.add("remove " + container.number());
  }

  @Override
  public void ready() {}
}
