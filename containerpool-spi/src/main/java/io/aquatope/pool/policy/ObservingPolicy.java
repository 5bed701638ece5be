/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import io.aquatope.pool.Activation;
import io.aquatope.pool.FatalErrors;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolEvents;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.StartKind;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Shadow mode: one policy, the advisor, decides and reports while another one acts. The advisor
 * receives all events and is asked for its plans at the times that it requests. The pool carries
 * out none of its plans, so the advisor decides on the pool as the acting policy has shaped it.
 * Failures of the advisor are reported. They change neither the events nor the answers of the
 * acting policy.
 */
public final class ObservingPolicy extends ForwardingPolicy {

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
    super(actor);
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
  @Override
  protected void forward(Consumer<PoolEvents> event) {
    super.forward(event);
    advise(event::accept);
  }

  @Override
  public List<PoolAction> initially(long nowMicros) {
    advise(p -> p.initially(nowMicros));
    scheduleAdvisor(nowMicros);
    try {
      return actor.initially(nowMicros);
    } finally {
      scheduleActor(nowMicros);
    }
  }

  private void scheduleAdvisor(long nowMicros) {
    if (advisorPlansMicros <= nowMicros || advisorPlansMicros == NEVER) {
      advisorPlansMicros = nowMicros + RETRY_MICROS;
      advise(p -> advisorPlansMicros = later(p.nextPlanMicros(nowMicros), nowMicros));
    }
  }

  private void scheduleActor(long nowMicros) {
    if (actorPlansMicros <= nowMicros || actorPlansMicros == NEVER) {
      actorPlansMicros = actor.nextPlanMicros(nowMicros);
    }
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
  public long nextPlanMicros(long nowMicros) {
    return Math.min(advisorPlansMicros, actorPlansMicros);
  }

  @Override
  public List<PoolAction> plan(long nowMicros) {
    if (advisorPlansMicros <= nowMicros) {
      advise(p -> p.plan(nowMicros));
    }
    scheduleAdvisor(nowMicros);
    try {
      return actorPlansMicros <= nowMicros ? actor.plan(nowMicros) : List.of();
    } finally {
      scheduleActor(nowMicros);
    }
  }

  @Override
  public List<PoolAction> followUp(
      Activation activation, @Nullable StartKind start, long nowMicros) {
    advise(p -> p.followUp(activation, start, nowMicros));
    return actor.followUp(activation, start, nowMicros);
  }
}
