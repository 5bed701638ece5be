/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import io.aquatope.pool.Activation;
import io.aquatope.pool.FatalErrors;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolEvents;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A policy with a fallback. Where the policy throws, or its answer is invalid, the fallback answers
 * instead.
 *
 * <p>The fallback receives all events too, so that its state is current when it has to answer.
 * Errors count as failures, except {@linkplain FatalErrors fatal ones}: an error that reached
 * OpenWhisk's dispatcher would end the invoker.
 */
public final class FallbackPolicy extends EventForwarder {

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
  protected void forward(Consumer<PoolEvents> event) {
    event.accept(fallback);
    try {
      event.accept(policy);
    } catch (Throwable e) {
      report(e);
    }
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
  public boolean evictsStemCells() {
    return ask(PoolPolicy::evictsStemCells);
  }

  @Override
  public List<PoolAction> initially(long nowMicros) {
    return ask(p -> PolicyAnswers.actions(p.initially(nowMicros)));
  }

  @Override
  public long nextPlanMicros(long nowMicros) {
    return ask(p -> PolicyAnswers.nextPlan(p.nextPlanMicros(nowMicros), nowMicros));
  }

  @Override
  public List<PoolAction> plan(long nowMicros) {
    return ask(p -> PolicyAnswers.actions(p.plan(nowMicros)));
  }

  @Override
  public List<PoolAction> followUp(
      Activation activation, @Nullable StartKind start, long nowMicros) {
    return ask(p -> PolicyAnswers.actions(p.followUp(activation, start, nowMicros)));
  }

  @Override
  public List<PoolAction> stemCellTaken(StemCell stemCell, long nowMicros) {
    return ask(p -> PolicyAnswers.actions(p.stemCellTaken(stemCell, nowMicros)));
  }

  @Override
  public List<PoolAction> backfill(long nowMicros) {
    return ask(p -> PolicyAnswers.actions(p.backfill(nowMicros)));
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
