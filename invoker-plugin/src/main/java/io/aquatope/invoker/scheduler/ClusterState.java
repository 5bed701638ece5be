/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import io.aquatope.cluster.ClusterFacts;
import io.aquatope.cluster.ClusterFloor;
import io.aquatope.cluster.ClusterKeyReader;
import io.aquatope.cluster.ClusterListener;
import io.aquatope.cluster.ClusterPolicy;
import io.aquatope.cluster.ContainerSlots;
import io.aquatope.cluster.KeepingLimits;
import io.aquatope.cluster.RequiredTags;
import io.aquatope.invoker.pool.InvokedFunction;
import io.aquatope.invoker.pool.InvokedFunctions;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.WarmFloor;
import io.aquatope.pool.policy.LeasePolicy;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The cluster as one invoker knows it from etcd, and what its pool makes of it: a policy that
 * divides the preparation among the invokers, and a floor of ready containers. Belongs to the
 * pool's actor.
 */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
final class ClusterState implements ClusterListener {

  private final ClusterFacts facts;
  private final InvokedFunctions functions;
  private final int self;
  private final Runnable schedulerStarted;
  private final ContainerSlots slots;
  private @Nullable ClusterPolicy divided;

  /**
   * @param name first part of all keys
   * @param functions of this invoker
   * @param self the number of this invoker
   * @param schedulerStarted called when there is a scheduler that was not there before
   */
  ClusterState(String name, InvokedFunctions functions, int self, Runnable schedulerStarted) {
    this.facts = new ClusterFacts(new ClusterKeyReader(name), ClusterWatch::resources, this);
    this.functions = functions;
    this.self = self;
    this.schedulerStarted = schedulerStarted;
    this.slots = new ContainerSlots(facts, this.tags(), self);
  }

  private RequiredTags tags() {
    return function ->
        functions.action(function).map(AnnouncementRules::tags).orElse(java.util.Set.of());
  }

  /**
   * The policy of the pool. Call it only once.
   *
   * @param alone whether the given policy decides for this invoker alone
   */
  PoolPolicy policy(PoolPolicy policy, boolean alone) {
    if (alone) {
      return new LeasePolicy(policy);
    }
    ClusterPolicy cluster =
        new ClusterPolicy(
            policy,
            facts,
            slots,
            function -> functions.find(function).map(InvokedFunction::spec).orElse(null),
            self);
    divided = cluster;
    return new LeasePolicy(cluster);
  }

  WarmFloor floor(KeepingLimits limits, Supplier<PoolView> own) {
    return new ClusterFloor(slots, limits, own);
  }

  ClusterFacts facts() {
    return facts;
  }

  @Override
  public void began(FunctionId function, int invoker, long nowMicros) {
    if (divided != null) {
      divided.began(function, invoker, nowMicros);
    }
  }

  @Override
  public void changed(FunctionId function, long nowMicros) {
    if (divided != null) {
      divided.changed(function, nowMicros);
    }
  }

  @Override
  public void schedulerStarted(String scheduler, long nowMicros) {
    schedulerStarted.run();
  }
}
