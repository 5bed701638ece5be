/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

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
 * Lets one policy decide and report while another one acts. The advisor hears all that happens and
 * is asked for its plans when it wants to be, and nothing of what it plans is done; so it decides
 * from what the acting policy has made of the pool.
 */
public final class Observing implements PoolPolicy {

  private final PoolPolicy advisor;
  private final PoolPolicy actor;
  private long advisorPlansMicros = NEVER;
  private long actorPlansMicros = NEVER;

  /**
   * @param advisor reports its decisions, to a listener of its own
   * @param actor whose decisions are carried out
   */
  public Observing(PoolPolicy advisor, PoolPolicy actor) {
    this.advisor = advisor;
    this.actor = actor;
  }

  @Override
  public boolean promotesStemCells() {
    return actor.promotesStemCells();
  }

  @Override
  public List<PoolAction> initially(PoolView pool, long nowMicros) {
    advisor.initially(pool, nowMicros);
    return actor.initially(pool, nowMicros);
  }

  @Override
  public void arrived(Activation activation, long nowMicros) {
    advisor.arrived(activation, nowMicros);
    actor.arrived(activation, nowMicros);
  }

  @Override
  public void started(FunctionSpec function, StartKind start, long nowMicros) {
    advisor.started(function, start, nowMicros);
    actor.started(function, start, nowMicros);
  }

  @Override
  public void startTook(FunctionSpec function, StartKind start, long delayMicros, long nowMicros) {
    advisor.startTook(function, start, delayMicros, nowMicros);
    actor.startTook(function, start, delayMicros, nowMicros);
  }

  @Override
  public void ended(Activation activation, long nowMicros) {
    advisor.ended(activation, nowMicros);
    actor.ended(activation, nowMicros);
  }

  @Override
  public void completed(FunctionSpec function, long nowMicros) {
    advisor.completed(function, nowMicros);
    actor.completed(function, nowMicros);
  }

  @Override
  public void aborted(FunctionSpec function, long nowMicros) {
    advisor.aborted(function, nowMicros);
    actor.aborted(function, nowMicros);
  }

  @Override
  public void evicted(IdleContainer container, long nowMicros) {
    advisor.evicted(container, nowMicros);
    actor.evicted(container, nowMicros);
  }

  @Override
  public void preparedLost(FunctionSpec function, long nowMicros) {
    advisor.preparedLost(function, nowMicros);
    actor.preparedLost(function, nowMicros);
  }

  @Override
  public long keepAliveMicros(IdleContainer container, long nowMicros) {
    return actor.keepAliveMicros(container, nowMicros);
  }

  @Override
  public double evictionRank(IdleContainer container, long nowMicros) {
    return actor.evictionRank(container, nowMicros);
  }

  @Override
  public long nextPlanMicros(long nowMicros) {
    if (advisorPlansMicros <= nowMicros || advisorPlansMicros == NEVER) {
      advisorPlansMicros = advisor.nextPlanMicros(nowMicros);
    }
    if (actorPlansMicros <= nowMicros || actorPlansMicros == NEVER) {
      actorPlansMicros = actor.nextPlanMicros(nowMicros);
    }
    return Math.min(advisorPlansMicros, actorPlansMicros);
  }

  @Override
  public List<PoolAction> plan(PoolView pool, long nowMicros) {
    if (advisorPlansMicros <= nowMicros) {
      advisor.plan(pool, nowMicros);
    }
    return actorPlansMicros <= nowMicros ? actor.plan(pool, nowMicros) : List.of();
  }

  @Override
  public List<PoolAction> followUp(Activation activation, PoolView pool, long nowMicros) {
    advisor.followUp(activation, pool, nowMicros);
    return actor.followUp(activation, pool, nowMicros);
  }

  @Override
  public List<PoolAction> stemCellTaken(StemCell stemCell, PoolView pool, long nowMicros) {
    return actor.stemCellTaken(stemCell, pool, nowMicros);
  }

  @Override
  public List<PoolAction> backfill(PoolView pool, long nowMicros) {
    return actor.backfill(pool, nowMicros);
  }
}
