/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import io.aquatope.pool.Activation;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A policy that a test tells what to answer; by default it keeps everything and starts nothing. */
public class ScriptedPolicy implements PoolPolicy {

  public long keepAliveMicros = NEVER;
  public ToDoubleFunction<IdleContainer> rank = IdleContainer::lastUsedMicros;
  public List<PoolAction> initially = List.of();
  public List<PoolAction> planned = List.of();
  public List<PoolAction> followUp = List.of();
  public List<PoolAction> stemCellTaken = List.of();
  public List<PoolAction> backfill = List.of();
  public long nextPlanMicros = NEVER;
  public boolean evictsStemCells;

  /** The activations that are known to have ended. */
  public final List<Activation> ended = new ArrayList<>();

  /** The functions whose activations no longer run, as their containers ended or gave them back. */
  public final List<FunctionSpec> aborted = new ArrayList<>();

  public ScriptedPolicy initially(PoolAction... actions) {
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
  public boolean evictsStemCells() {
    return evictsStemCells;
  }

  @Override
  public List<PoolAction> initially(long nowMicros) {
    return initially;
  }

  @Override
  public long nextPlanMicros(long nowMicros) {
    return nextPlanMicros > nowMicros ? nextPlanMicros : NEVER;
  }

  @Override
  public List<PoolAction> plan(long nowMicros) {
    return planned;
  }

  @Override
  public List<PoolAction> followUp(
      Activation activation, @Nullable StartKind start, long nowMicros) {
    return followUp;
  }

  @Override
  public List<PoolAction> stemCellTaken(StemCell stemCell, long nowMicros) {
    return stemCellTaken;
  }

  @Override
  public List<PoolAction> backfill(long nowMicros) {
    return backfill;
  }
}
