/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cluster;

import io.aquatope.cluster.KeepingLimits.KeepingLimit;
import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.WarmFloor;
import java.util.function.Supplier;

/**
 * The last containers of a function in the cluster, as many as its namespace's limits say. Counts
 * busy, paused and prepared ones of all invokers, as OpenWhisk does; of this invoker's as the pool
 * knows them, because etcd hears of a removal later.
 */
public final class ClusterFloor implements WarmFloor {

  private final ContainerSlots slots;
  private final KeepingLimits limits;
  private final Supplier<PoolView> own;

  /**
   * @param own this invoker's pool, which is made after its floor
   */
  public ClusterFloor(ContainerSlots slots, KeepingLimits limits, Supplier<PoolView> own) {
    this.slots = slots;
    this.limits = limits;
    this.own = own;
  }

  @Override
  public long keptMicros(IdleContainer container, long idleSinceMicros, long nowMicros) {
    FunctionId function = container.function().id();
    KeepingLimit limit = limits.of(function.namespace());
    FunctionCount here = own.get().count(function);
    int live = here.busy() + here.idle() + here.prepared();
    int kept = slots.toKeep(ClusterView.inKeys(function), limit.containers());
    return live > kept ? 0 : Math.max(0, idleSinceMicros + limit.micros() - nowMicros);
  }
}
