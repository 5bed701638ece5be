/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import io.aquatope.pool.ContainerId;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolListener;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.StartKind;
import io.aquatope.trace.TraceFunction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects on one invoker the knowledge that {@link ClairvoyantPolicy} needs. In a replay whose
 * containers start in no time, it keeps each idle container for as long as it would take to prepare
 * another. It records the calls that find no container, and the containers that were kept in vain.
 */
final class ClairvoyantRehearsal implements PoolPolicy, PoolListener {

  /** A call that finds no container. */
  record Miss(long atMicros, FunctionSpec function) {}

  private final ReplayFunctions functions;
  private final ColdStart coldStart;
  private final List<Miss> misses = new ArrayList<>();
  private final Map<FunctionId, Deque<Long>> keptInVain = new HashMap<>();

  ClairvoyantRehearsal(ReplayFunctions functions, ColdStart coldStart) {
    this.functions = functions;
    this.coldStart = coldStart;
  }

  /** The calls that found no container, in order of time. */
  List<Miss> misses() {
    return misses;
  }

  /** The times at which containers became idle that were not used again in time, by function. */
  Map<FunctionId, Deque<Long>> keptInVain() {
    return keptInVain;
  }

  @Override
  public long keepAliveMicros(IdleContainer container, long nowMicros) {
    return keepAliveMicros(container.function());
  }

  @Override
  public void started(FunctionSpec function, StartKind start, long nowMicros) {
    if (start.isCold()) {
      misses.add(new Miss(nowMicros, function));
    }
  }

  @Override
  public void release(ContainerId container, IdleContainer idle, long nowMicros) {
    FunctionSpec function = idle.function();
    keptInVain
        .computeIfAbsent(function.id(), id -> new ArrayDeque<>())
        .add(nowMicros - keepAliveMicros(function));
  }

  /**
   * The longest time for which it pays to keep an idle container: the time to prepare another one.
   * It is at least 1 µs, so that a call that arrives exactly when another one ends needs no new
   * container.
   */
  static long keepAliveMicros(TraceFunction function, ColdStart coldStart) {
    return Math.max(1, coldStart.prepareMicros(function));
  }

  private long keepAliveMicros(FunctionSpec function) {
    return keepAliveMicros(functions.get(function.id()), coldStart);
  }
}
