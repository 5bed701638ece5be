/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cluster;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import com.google.common.collect.Sets;
import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.StemCellCount;
import java.util.Set;

/**
 * The pools of all invokers as one. This invoker's own pool is seen as it is; of the others only
 * what their keys tell. The memory is that of all healthy invokers, taken as full as this one.
 */
final class ClusterView implements PoolView {

  private final PoolView own;
  private final ClusterFacts facts;
  private final int self;

  ClusterView(PoolView own, ClusterFacts facts, int self) {
    this.own = own;
    this.facts = facts;
    this.self = self;
  }

  /** The function as keys name it: local variants of a revision have one key. */
  static FunctionId inKeys(FunctionId function) {
    int variant = function.revision().indexOf('~');
    return variant < 0
        ? function
        : new FunctionId(
            function.namespace(), function.action(), function.revision().substring(0, variant));
  }

  /** The containers of this invoker alone. */
  FunctionCount ownCount(FunctionId function) {
    return own.count(function);
  }

  @Override
  public FunctionCount count(FunctionId function) {
    FunctionId key = inKeys(function);
    FunctionCount here = own.count(function);
    Multiset<Integer> running = facts.running(key);
    Multiset<Integer> ready = facts.readyAt(key);
    int runningHere = running.count(self);
    // Creations in progress have no invoker in their keys. Those that are bound here are busy in
    // this pool and do not run yet.
    int comingElsewhere = Math.max(0, facts.awaited(key) - Math.max(0, here.busy() - runningHere));
    return new FunctionCount(
        running.size() - runningHere + here.busy() + comingElsewhere,
        ready.size() - ready.count(self) + here.idle(),
        here.prepared(),
        here.preparing());
  }

  @Override
  public Set<FunctionId> functions() {
    return Sets.union(own.functions(), ImmutableSet.copyOf(facts.functions()));
  }

  /** How many times as much memory the cluster has as this invoker. */
  private double scale() {
    double all = own.memoryMb();
    for (ClusterInvoker invoker : facts.invokers()) {
      all += invoker.number() == self ? 0 : invoker.resources().memoryMb();
    }
    return all / Math.max(1, own.memoryMb());
  }

  private long scaled(long mb) {
    return Math.round(mb * scale());
  }

  @Override
  public long memoryMb() {
    return scaled(own.memoryMb());
  }

  @Override
  public long usedMb() {
    return scaled(own.usedMb());
  }

  @Override
  public int busyContainers() {
    return own.busyContainers();
  }

  @Override
  public long busyMb() {
    long all = own.busyMb();
    for (ClusterInvoker invoker : facts.invokers()) {
      all += invoker.number() == self ? 0 : invoker.resources().busyMb();
    }
    return all;
  }

  @Override
  public long busyMilliCores() {
    return own.busyMilliCores();
  }

  @Override
  public int idleContainers() {
    return own.idleContainers();
  }

  @Override
  public long idleMb() {
    return scaled(own.idleMb());
  }

  @Override
  public int stemCells() {
    return own.stemCells();
  }

  @Override
  public long stemCellMb() {
    return scaled(own.stemCellMb());
  }

  @Override
  public long preparingMb() {
    return own.preparingMb();
  }

  @Override
  public int buffered() {
    return own.buffered();
  }

  @Override
  public long bufferedMb() {
    return own.bufferedMb();
  }

  @Override
  public StemCellCount count(StemCell stemCell) {
    return own.count(stemCell);
  }
}
