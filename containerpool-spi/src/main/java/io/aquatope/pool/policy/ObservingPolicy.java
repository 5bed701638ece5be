/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import io.aquatope.pool.Activation;
import io.aquatope.pool.FatalErrors;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import java.util.List;
import java.util.function.Consumer;

/**
 * Shadow mode: one policy, the advisor, decides and reports while another one acts. The advisor
 * receives all events and is asked for its plans at the times that it requests. The pool carries
 * out none of its plans, so the advisor decides on the pool as the acting policy has shaped it.
 * Failures of the advisor are reported. They change neither the events nor the answers of the
 * acting policy.
 */
public final class ObservingPolicy implements PoolPolicy {

  /** Delay until the next plan of an advisor that gave no time. */
  private static final long RETRY_MICROS = 60_000_000;

  private final PoolPolicy advisor;
  private final PoolPolicy actor;
  private final Consumer<Throwable> failures;
  private long advisorPlansMicros = NEVER;
  private long actorPlansMicros = NEVER;

  /**
   * @param advisor reports its decisions to a listener of its own
   * @param actor policy whose decisions are carried out
   * @param failures receives each failure of the advisor
   */
  public ObservingPolicy(PoolPolicy advisor, PoolPolicy actor, Consumer<Throwable> failures) {
    this.advisor = advisor;
    this.actor = actor;
    this.failures = failures;
  }

  private void advise(Consumer<PoolPolicy> event) {
    try {
      event.accept(advisor);
    } catch (Throwable e) {
      FatalErrors.rethrow(e);
      failures.accept(e);
    }
  }

  /**
   * Passes an event to the acting policy first, so that the advisor cannot come between it and the
   * pool.
   */
  private void forward(Consumer<PoolPolicy> event) {
    event.accept(actor);
    advise(event);
  }

  @Override
  public boolean promotesStemCells() {
    return actor.promotesStemCells();
  }

  @Override
  public List<PoolAction> initially(PoolView pool, long nowMicros) {
    advise(p -> p.initially(pool, nowMicros));
    return actor.initially(pool, nowMicros);
  }

  @Override
  public void arrived(Activation activation, long nowMicros) {
    forward(p -> p.arrived(activation, nowMicros));
  }

  @Override
  public void started(FunctionSpec function, StartKind start, long nowMicros) {
    forward(p -> p.started(function, start, nowMicros));
  }

  @Override
  public void startTook(FunctionSpec function, StartKind start, long delayMicros, long nowMicros) {
    forward(p -> p.startTook(function, start, delayMicros, nowMicros));
  }

  @Override
  public void ended(Activation activation, long nowMicros) {
    forward(p -> p.ended(activation, nowMicros));
  }

  @Override
  public void completed(FunctionSpec function, long nowMicros) {
    forward(p -> p.completed(function, nowMicros));
  }

  @Override
  public void aborted(FunctionSpec function, long nowMicros) {
    forward(p -> p.aborted(function, nowMicros));
  }

  @Override
  public void evicted(IdleContainer container, long nowMicros) {
    forward(p -> p.evicted(container, nowMicros));
  }

  @Override
  public void preparedLost(FunctionSpec function, long nowMicros) {
    forward(p -> p.preparedLost(function, nowMicros));
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
      advisorPlansMicros = nowMicros + RETRY_MICROS;
      advise(p -> advisorPlansMicros = later(p.nextPlanMicros(nowMicros), nowMicros));
    }
    if (actorPlansMicros <= nowMicros || actorPlansMicros == NEVER) {
      actorPlansMicros = actor.nextPlanMicros(nowMicros);
    }
    return Math.min(advisorPlansMicros, actorPlansMicros);
  }

  private static long later(long planMicros, long nowMicros) {
    if (planMicros <= nowMicros) {
      throw new IllegalStateException(
          "next plan of the advisor at %s µs, expected after %s µs"
              .formatted(planMicros, nowMicros));
    }
    return planMicros;
  }

  @Override
  public List<PoolAction> plan(PoolView pool, long nowMicros) {
    if (advisorPlansMicros <= nowMicros) {
      advise(p -> p.plan(pool, nowMicros));
    }
    return actorPlansMicros <= nowMicros ? actor.plan(pool, nowMicros) : List.of();
  }

  @Override
  public List<PoolAction> followUp(Activation activation, PoolView pool, long nowMicros) {
    advise(p -> p.followUp(activation, pool, nowMicros));
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
