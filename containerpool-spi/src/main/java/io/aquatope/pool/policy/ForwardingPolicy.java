/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import io.aquatope.pool.Activation;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import java.util.List;

/**
 * A policy that forwards all calls to another one. Decorators override the methods that they
 * change.
 */
public abstract class ForwardingPolicy implements PoolPolicy {

  private final PoolPolicy policy;

  protected ForwardingPolicy(PoolPolicy policy) {
    this.policy = policy;
  }

  @Override
  public boolean promotesStemCells() {
    return policy.promotesStemCells();
  }

  @Override
  public void arrived(Activation activation, long nowMicros) {
    policy.arrived(activation, nowMicros);
  }

  @Override
  public void started(FunctionSpec function, StartKind start, long nowMicros) {
    policy.started(function, start, nowMicros);
  }

  @Override
  public void startTook(FunctionSpec function, StartKind start, long delayMicros, long nowMicros) {
    policy.startTook(function, start, delayMicros, nowMicros);
  }

  @Override
  public void ended(Activation activation, long nowMicros) {
    policy.ended(activation, nowMicros);
  }

  @Override
  public void completed(FunctionSpec function, long nowMicros) {
    policy.completed(function, nowMicros);
  }

  @Override
  public void aborted(FunctionSpec function, long nowMicros) {
    policy.aborted(function, nowMicros);
  }

  @Override
  public void evicted(IdleContainer container, long nowMicros) {
    policy.evicted(container, nowMicros);
  }

  @Override
  public void preparedLost(FunctionSpec function, long nowMicros) {
    policy.preparedLost(function, nowMicros);
  }

  @Override
  public long keepAliveMicros(IdleContainer container, long nowMicros) {
    return policy.keepAliveMicros(container, nowMicros);
  }

  @Override
  public double evictionRank(IdleContainer container, long nowMicros) {
    return policy.evictionRank(container, nowMicros);
  }

  @Override
  public List<PoolAction> initially(PoolView pool, long nowMicros) {
    return policy.initially(pool, nowMicros);
  }

  @Override
  public long nextPlanMicros(long nowMicros) {
    return policy.nextPlanMicros(nowMicros);
  }

  @Override
  public List<PoolAction> plan(PoolView pool, long nowMicros) {
    return policy.plan(pool, nowMicros);
  }

  @Override
  public List<PoolAction> followUp(Activation activation, PoolView pool, long nowMicros) {
    return policy.followUp(activation, pool, nowMicros);
  }

  @Override
  public List<PoolAction> stemCellTaken(StemCell stemCell, PoolView pool, long nowMicros) {
    return policy.stemCellTaken(stemCell, pool, nowMicros);
  }

  @Override
  public List<PoolAction> backfill(PoolView pool, long nowMicros) {
    return policy.backfill(pool, nowMicros);
  }
}
