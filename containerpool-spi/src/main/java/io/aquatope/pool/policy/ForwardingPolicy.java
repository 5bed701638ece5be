/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import io.aquatope.pool.Activation;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolEvents;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A policy that forwards all events and questions to another one. Decorators override the methods
 * that they change.
 */
public abstract class ForwardingPolicy extends EventForwarder {

  private final PoolPolicy policy;

  protected ForwardingPolicy(PoolPolicy policy) {
    this.policy = policy;
  }

  @Override
  protected void forward(Consumer<PoolEvents> event) {
    event.accept(policy);
  }

  @Override
  public boolean promotesStemCells() {
    return policy.promotesStemCells();
  }

  @Override
  public boolean evictsStemCells() {
    return policy.evictsStemCells();
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
  public List<PoolAction> initially(long nowMicros) {
    return policy.initially(nowMicros);
  }

  @Override
  public long nextPlanMicros(long nowMicros) {
    return policy.nextPlanMicros(nowMicros);
  }

  @Override
  public List<PoolAction> plan(long nowMicros) {
    return policy.plan(nowMicros);
  }

  @Override
  public List<PoolAction> followUp(
      Activation activation, @Nullable StartKind start, long nowMicros) {
    return policy.followUp(activation, start, nowMicros);
  }

  @Override
  public List<PoolAction> stemCellTaken(StemCell stemCell, long nowMicros) {
    return policy.stemCellTaken(stemCell, nowMicros);
  }

  @Override
  public List<PoolAction> backfill(long nowMicros) {
    return policy.backfill(nowMicros);
  }
}
