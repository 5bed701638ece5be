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
import java.util.function.Function;

/**
 * A policy with a fallback. Where the policy throws, or its answer is invalid, the fallback answers
 * instead.
 *
 * <p>The fallback receives all events too, so that its state is current when it has to answer.
 * Errors count as failures, except {@linkplain FatalErrors fatal ones}: an error that reached
 * OpenWhisk's dispatcher would end the invoker.
 */
public final class FallbackPolicy implements PoolPolicy {

  private final PoolPolicy policy;
  private final PoolPolicy fallback;
  private final Consumer<Throwable> failures;

  /**
   * Wraps a policy and its fallback.
   *
   * @param failures receives each failure
   */
  public FallbackPolicy(PoolPolicy policy, PoolPolicy fallback, Consumer<Throwable> failures) {
    this.policy = policy;
    this.fallback = fallback;
    this.failures = failures;
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
  public void startTook(FunctionSpec function, StartKind start, long delayMicros, long nowMicros) {
    forward(p -> p.startTook(function, start, delayMicros, nowMicros));
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
    return ask(p -> p.keepAliveMicros(container, nowMicros));
  }

  @Override
  public double evictionRank(IdleContainer container, long nowMicros) {
    return ask(p -> PolicyAnswers.rank(p.evictionRank(container, nowMicros)));
  }

  @Override
  public boolean promotesStemCells() {
    return ask(PoolPolicy::promotesStemCells);
  }

  @Override
  public List<PoolAction> initially(PoolView pool, long nowMicros) {
    return ask(p -> PolicyAnswers.actions(p.initially(pool, nowMicros)));
  }

  @Override
  public long nextPlanMicros(long nowMicros) {
    return ask(p -> PolicyAnswers.nextPlan(p.nextPlanMicros(nowMicros), nowMicros));
  }

  @Override
  public List<PoolAction> plan(PoolView pool, long nowMicros) {
    return ask(p -> PolicyAnswers.actions(p.plan(pool, nowMicros)));
  }

  @Override
  public List<PoolAction> followUp(Activation activation, PoolView pool, long nowMicros) {
    return ask(p -> PolicyAnswers.actions(p.followUp(activation, pool, nowMicros)));
  }

  @Override
  public List<PoolAction> stemCellTaken(StemCell stemCell, PoolView pool, long nowMicros) {
    return ask(p -> PolicyAnswers.actions(p.stemCellTaken(stemCell, pool, nowMicros)));
  }

  @Override
  public List<PoolAction> backfill(PoolView pool, long nowMicros) {
    return ask(p -> PolicyAnswers.actions(p.backfill(pool, nowMicros)));
  }

  private void forward(Consumer<PoolPolicy> news) {
    news.accept(fallback);
    try {
      news.accept(policy);
    } catch (Throwable e) {
      report(e);
    }
  }

  private <T> T ask(Function<PoolPolicy, T> question) {
    try {
      return question.apply(policy);
    } catch (Throwable e) {
      report(e);
      return question.apply(fallback);
    }
  }

  private void report(Throwable failure) {
    FatalErrors.rethrow(failure);
    failures.accept(failure);
  }
}
