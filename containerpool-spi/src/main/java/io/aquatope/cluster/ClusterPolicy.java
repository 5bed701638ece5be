/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cluster;

import io.aquatope.pool.Activation;
import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.policy.ForwardingPolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy that decides for the whole cluster on each of its invokers. It is told of the containers
 * of all invokers, and sees them as one pool. Of what it plans, each invoker carries out its own
 * {@linkplain ContainerSlots slots}.
 *
 * <p>Stages that follow an activation are the exception: the invoker that runs it prepares them,
 * unless one is ready or coming anywhere. They are needed too soon for any other to hear of it.
 */
public final class ClusterPolicy extends ForwardingPolicy implements ClusterListener {

  /** A lease that began at another invoker. */
  private record RemoteLease(FunctionSpec function) implements Activation {
    @Override
    public long root() {
      return 0;
    }
  }

  private final ClusterFacts facts;
  private final ContainerSlots slots;
  private final FunctionLookup lookup;
  private final int self;
  private @Nullable ClusterView view;

  /**
   * @param policy decides as if the cluster were one pool
   * @param facts tells this policy of changes
   * @param self the number of this invoker
   */
  public ClusterPolicy(
      PoolPolicy policy,
      ClusterFacts facts,
      ContainerSlots slots,
      FunctionLookup lookup,
      int self) {
    super(policy);
    this.facts = facts;
    this.slots = slots;
    this.lookup = lookup;
    this.self = self;
  }

  @Override
  public void attached(PoolView pool) {
    view = new ClusterView(pool, facts, self);
    super.attached(view);
  }

  @Override
  public void began(FunctionId function, int invoker, long nowMicros) {
    FunctionSpec spec = invoker == self ? null : lookup.find(function);
    if (spec != null) {
      leased(new RemoteLease(spec), nowMicros);
    }
  }

  @Override
  public void changed(FunctionId function, long nowMicros) {
    FunctionSpec spec = view == null ? null : lookup.find(function);
    if (spec != null) {
      busyChanged(spec, nowMicros);
    }
  }

  @Override
  public List<PoolAction> initially(long nowMicros) {
    return own(super.initially(nowMicros), nowMicros);
  }

  @Override
  public List<PoolAction> plan(long nowMicros) {
    return own(super.plan(nowMicros), nowMicros);
  }

  @Override
  public List<PoolAction> backfill(long nowMicros) {
    return own(super.backfill(nowMicros), nowMicros);
  }

  /** The part of a plan that this invoker carries out. */
  private List<PoolAction> own(List<PoolAction> actions, long nowMicros) {
    List<PoolAction> own = new ArrayList<>(actions.size());
    for (PoolAction action : actions) {
      if (action instanceof PoolAction.Prepare prepare) {
        int count = ownPart(prepare, nowMicros);
        if (count > 0) {
          own.add(new PoolAction.Prepare(prepare.function(), prepare.depth(), count));
        }
      } else if (action instanceof PoolAction.Release release) {
        FunctionId function = ClusterView.inKeys(release.function().id());
        int count = slots.toRelease(function, release.count());
        if (count > 0) {
          own.add(new PoolAction.Release(release.function(), count));
        }
      } else {
        own.add(action);
      }
    }
    return own;
  }

  private int ownPart(PoolAction.Prepare prepare, long nowMicros) {
    FunctionSpec function = prepare.function();
    FunctionCount here = view == null ? FunctionCount.NONE : view.ownCount(function.id());
    return slots.toPrepare(function, prepare.count(), here.ready(), nowMicros);
  }
}
