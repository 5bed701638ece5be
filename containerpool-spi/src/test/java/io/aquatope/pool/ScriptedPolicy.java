/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A policy that a test tells what to answer; by default it keeps everything and starts nothing. */
final class ScriptedPolicy implements PoolPolicy {

  long keepAliveMicros = NEVER;
  ToDoubleFunction<IdleContainer> rank = IdleContainer::lastUsedMicros;
  List<PoolAction> initially = List.of();
  List<PoolAction> planned = List.of();
  List<PoolAction> followUp = List.of();
  List<PoolAction> stemCellTaken = List.of();
  List<PoolAction> backfill = List.of();
  long nextPlanMicros = NEVER;

  /** The activations that are known to have ended. */
  final List<Activation> ended = new ArrayList<>();

  /** The functions whose activations no longer run, as their containers ended or gave them back. */
  final List<FunctionSpec> aborted = new ArrayList<>();

  ScriptedPolicy initially(PoolAction... actions) {
    initially = List.of(actions);
    return this;
  }

  @Override
  public void ended(Activation activation, long nowMicros) {
    ended.add(activation);
  }

  @Override
  public void aborted(FunctionSpec function, long nowMicros) {
    aborted.add(function);
  }

  @Override
  public long keepAliveMicros(IdleContainer container, long nowMicros) {
    return keepAliveMicros;
  }

  @Override
  public double evictionRank(IdleContainer container, long nowMicros) {
    return rank.applyAsDouble(container);
  }

  @Override
  public List<PoolAction> initially(PoolView pool, long nowMicros) {
    return initially;
  }

  @Override
  public long nextPlanMicros(long nowMicros) {
    return nextPlanMicros > nowMicros ? nextPlanMicros : NEVER;
  }

  @Override
  public List<PoolAction> plan(PoolView pool, long nowMicros) {
    return planned;
  }

  @Override
  public List<PoolAction> followUp(Activation activation, PoolView pool, long nowMicros) {
    return followUp;
  }

  @Override
  public List<PoolAction> stemCellTaken(StemCell stemCell, PoolView pool, long nowMicros) {
    return stemCellTaken;
  }

  @Override
  public List<PoolAction> backfill(PoolView pool, long nowMicros) {
    return backfill;
  }
}
